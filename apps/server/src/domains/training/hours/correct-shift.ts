import { hoursOf, weekEndingOf } from '@officina/contracts/training-hours';
import type { ChangedShift } from '@officina/contracts/training-staff';
import { shiftCorrect } from '@officina/contracts/training-staff-inputs';
import { apprentices } from '@officina/db/schema/training';
import { progressEntries } from '@officina/db/schema/training-hours';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { lockStanding } from '../enforcement/standing.ts';
import { ownEntry } from '../timeclock/own-entries.ts';
import { changedShift } from './changed-shift.ts';
import { checkOverlap, checkTimes } from './check-times.ts';
import { type EntryRow, type ShiftTimes, workedIn } from './entry-row.ts';
import { recomputeWeeks } from './recompute-week.ts';

async function apprenticeOf(ctx: Ctx, entryId: string) {
  const [row] = await ctx.db
    .select({ id: apprentices.id, userId: apprentices.userId, programId: apprentices.programId })
    .from(progressEntries)
    .innerJoin(
      apprentices,
      and(eq(apprentices.tenantId, ctx.tenant.id), eq(apprentices.id, progressEntries.apprenticeId)),
    )
    .where(and(eq(progressEntries.tenantId, ctx.tenant.id), eq(progressEntries.id, entryId)));
  if (!row) throw notFound('Entry');
  return row;
}

type Given = Partial<Record<keyof ShiftTimes, string | null>>;

/** The times as they are to be: what is not given stays, a null lunch is none. */
function timesAfter(entry: EntryRow, given: Given): ShiftTimes {
  const pick = (name: keyof ShiftTimes): Date | null => {
    const value = given[name];
    if (value === undefined) return entry[name];
    return value === null ? null : new Date(value);
  };
  const clockOutAt = pick('clockOutAt');
  if (!clockOutAt) throw new AppError('CONFLICT', 'This shift is still open: say when it ended');
  const lunchStartAt = pick('lunchStartAt');
  const lunchEndAt = given.lunchStartAt === null ? null : pick('lunchEndAt');
  return {
    clockInAt: pick('clockInAt') ?? entry.clockInAt,
    clockOutAt,
    lunchStartAt,
    lunchEndAt: lunchStartAt && !lunchEndAt ? clockOutAt : lunchEndAt,
  };
}

/** Staff put the times of a shift right; one that is still open ends with it. Weeks and total are credited anew. */
export const correctShift = write({
  name: 'training.correctShift',
  permission: 'training.manage',
  input: shiftCorrect,
  async run(ctx, { entryId, reason, ...given }): Promise<ChangedShift> {
    const { id: apprenticeId, userId, programId } = await apprenticeOf(ctx, entryId);
    const { enrolled, contactId } = await lockStanding(ctx, { userId, programId, strictly: true });
    const entry = await ownEntry(ctx, apprenticeId, entryId);
    if (!enrolled || !entry) throw notFound('Entry');
    const times = timesAfter(entry, given);
    const workDate = checkTimes(ctx, enrolled, times);
    await checkOverlap(ctx, apprenticeId, times, entryId);
    const weekEnding = weekEndingOf(workDate);
    const tx = await ctx.tx();
    await tx
      .update(progressEntries)
      .set({
        ...times,
        workDate,
        weekEnding,
        outsideSince: null,
        hoursWorked: hoursOf(workedIn(times)),
        flags: [...new Set([...entry.flags, 'corrected'])],
      })
      .where(and(eq(progressEntries.tenantId, ctx.tenant.id), eq(progressEntries.id, entryId)));
    const { clockInAt, clockOutAt, lunchStartAt, lunchEndAt } = entry;
    ctx.record({
      verb: 'shift.corrected',
      subject: { type: 'progress_entry', id: entryId },
      contactId,
      before: { clockInAt, clockOutAt, lunchStartAt, lunchEndAt },
      after: times,
      reason,
    });
    return changedShift(
      ctx,
      entryId,
      await recomputeWeeks(ctx, apprenticeId, [entry.weekEnding, weekEnding]),
    );
  },
});
