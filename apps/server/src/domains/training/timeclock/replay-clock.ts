import { CLOCK_AHEAD_SECONDS, type ClockAnswer, OFFLINE_HOURS } from '@officina/contracts/timeclock';
import { clockReplay as input } from '@officina/contracts/timeclock-inputs';
import { AppError, invalid } from '../../../kernel/errors.ts';
import { regulated } from '../enforcement/regulated.ts';
import { actOnClock } from './act-on-clock.ts';
import { readClockFields } from './clock-fields.ts';
import { alreadyOpen } from './start-shift.ts';

/** The moment that a device names, if the rules of its queue allow it; never later than now. */
function momentOf(occurredAt: string, now: Temporal.Instant): Temporal.Instant {
  const at = Temporal.Instant.from(occurredAt);
  const ahead = at.since(now).total('seconds');
  if (ahead > CLOCK_AHEAD_SECONDS)
    throw invalid({ field: 'occurredAt', message: 'Must not be in the future' });
  if (ahead < -OFFLINE_HOURS * 3600)
    throw new AppError(
      'CONFLICT',
      `What was recorded more than ${OFFLINE_HOURS} hours ago is corrected by staff`,
    );
  return ahead > 0 ? now : at;
}

/**
 * As `clockAction`, from the app's queue: what it recorded without network is judged by the moment and the place at which
 * it happened, and flagged. The same event sent again is answered as the first time.
 */
export const replayClock = regulated({
  name: 'training.clock',
  permission: 'training.learn',
  path: 'training.clock',
  input,
  conflicts: { progress_entries_open: alreadyOpen },
  run: (ctx, { occurredAt, clientEventId = null, ...raw }, guard): Promise<ClockAnswer> =>
    actOnClock(ctx, guard, {
      fields: readClockFields(raw),
      at: occurredAt ? momentOf(occurredAt, ctx.now) : ctx.now,
      offline: occurredAt !== undefined,
      clientEventId,
    }),
});
