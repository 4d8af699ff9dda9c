import type { ClockAnswer } from '@officina/contracts/timeclock';
import { clockAction as input } from '@officina/contracts/timeclock-inputs';
import { regulated } from '../enforcement/regulated.ts';
import { actOnClock } from './act-on-clock.ts';
import { readClockFields } from './clock-fields.ts';
import { alreadyOpen } from './start-shift.ts';

/** Clock in or out, start or end lunch, now and here. Times in the request are not looked at. */
export const clockAction = regulated({
  name: 'training.clockAction',
  permission: 'training.learn',
  path: '/api/timeclock/action',
  input,
  conflicts: { progress_entries_open: alreadyOpen },
  run: (ctx, raw, guard): Promise<ClockAnswer> =>
    actOnClock(ctx, guard, {
      fields: readClockFields(raw),
      at: ctx.now,
      offline: false,
      clientEventId: null,
    }),
});
