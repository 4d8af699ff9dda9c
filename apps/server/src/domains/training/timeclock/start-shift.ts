import type { ClockAnswer } from '@officina/contracts/timeclock';
import type { EntrySource, Position } from '@officina/contracts/training';
import { weekEndingOf } from '@officina/contracts/training-hours';
import { progressEntries } from '@officina/db/schema/training-hours';
import { dayOf, toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { AppliedOverride } from '../enforcement/enforce.ts';
import { enrolledIn } from '../enforcement/enrolled-in.ts';
import type { ApprenticeRow, Standing } from '../enforcement/standing.ts';
import { changeEnrollment } from '../enrollments/change-enrollment.ts';
import { programZone } from '../load-program.ts';

export interface ShiftStart {
  source: EntrySource;
  at: Temporal.Instant;
  standing: Standing;
  apprentice: ApprenticeRow;
  place: { partnerId: string; shopId: string; siteId: string | null };
  override: AppliedOverride | null;
  position?: Position;
  flags?: string[];
  /** What the device's event is answered, once the entry has its id. */
  answers?: (entryId: string) => Record<string, ClockAnswer>;
}

/** What a second start is told; the database decides between two devices. */
export const alreadyOpen = (): AppError =>
  new AppError('INVALID_STATE_TRANSITION', 'Already clocked in. Please clock out first.');

/** Opens a shift, and with the learner's first one puts them in good standing. In the operation's transaction. */
export async function startShift(ctx: WriteCtx, start: ShiftStart): Promise<{ id: string; clockInAt: Date }> {
  const { source, at, standing, apprentice, place, override, position, flags = [], answers } = start;
  const { enrollment, program } = enrolledIn(standing);
  const id = newId();
  const clockInAt = toDate(at);
  const workDate = dayOf(at, programZone(ctx, program));
  const tx = await ctx.tx();
  await tx.insert(progressEntries).values({
    ...place,
    tenantId: ctx.tenant.id,
    id,
    apprenticeId: apprentice.id,
    programId: program.id,
    source,
    workDate,
    weekEnding: weekEndingOf(workDate),
    clockInAt,
    flags,
    overrideId: override?.id,
    ...(position && { positions: { clock_in: position } }),
    ...(answers && { clientEvents: answers(id) }),
    createdAt: toDate(ctx.now),
  });
  ctx.record({
    verb: 'shift.started',
    subject: { type: 'progress_entry', id },
    contactId: standing.contactId,
    after: { source, ...place, clockInAt, workDate },
  });
  await changeEnrollment(ctx, enrollment.id, { kind: 'work_started' });
  return { id, clockInAt };
}
