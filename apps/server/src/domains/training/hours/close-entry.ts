import type { EntryStatus, Position } from '@officina/contracts/training';
import { hoursOf, LONG_LUNCH_MINUTES, LUNCHLESS_HUNDREDTHS } from '@officina/contracts/training-hours';
import { progressEntries } from '@officina/db/schema/training-hours';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { openAlert } from '../alerts/open-alert.ts';
import { type EntryRow, lunchMs, type ShiftTimes, workedIn } from './entry-row.ts';
import { recomputeWeeks } from './recompute-week.ts';

export interface Closing {
  at: Date;
  contactId: string | null;
  position?: Position;
  flags?: readonly string[];
  /** Why it ended by itself. */
  autoReason?: 'left_site' | 'missed_clock_out';
  status?: EntryStatus;
}

/** A lunch that is running, or that the device still reported later, ends with the shift. */
function timesUntil({ clockInAt, lunchStartAt, lunchEndAt }: EntryRow, end: Date): ShiftTimes {
  const clockOutAt = end < clockInAt ? clockInAt : end;
  if (!lunchStartAt || lunchStartAt > clockOutAt)
    return { clockInAt, clockOutAt, lunchStartAt: null, lunchEndAt: null };
  const over = !lunchEndAt || lunchEndAt > clockOutAt;
  return { clockInAt, clockOutAt, lunchStartAt, lunchEndAt: over ? clockOutAt : lunchEndAt };
}

async function tellOfLunch(ctx: WriteCtx, entry: EntryRow, enrollmentId: string | null, times: ShiftTimes) {
  const minutes = lunchMs(times) / 60_000;
  const about = { severity: 'info', subject: entry.id, entryId: entry.id, enrollmentId } as const;
  if (minutes > LONG_LUNCH_MINUTES)
    await openAlert(ctx, {
      ...about,
      kind: 'excessive_lunch',
      message: `Lunch of ${Math.round(minutes)} minutes`,
    });
  if (!times.lunchStartAt && workedIn(times) >= LUNCHLESS_HUNDREDTHS)
    await openAlert(ctx, { ...about, kind: 'missing_lunch', message: 'Six hours or more without lunch' });
}

/**
 * Ends an open shift: its hours, its week and the total are computed in the same transaction. The caller holds the
 * learner's enrolment. Answers the hours worked, and the moment at which it ended.
 */
export async function closeEntry(
  ctx: WriteCtx,
  entry: EntryRow,
  enrollmentId: string | null,
  { at, contactId, position, flags = [], autoReason, status }: Closing,
): Promise<{ hoursWorked: number; clockOutAt: Date }> {
  const tx = await ctx.tx();
  const times = timesUntil(entry, at);
  const { clockOutAt, lunchStartAt, lunchEndAt } = times;
  const hoursWorked = hoursOf(workedIn(times));
  await tx
    .update(progressEntries)
    .set({
      clockOutAt,
      lunchStartAt,
      lunchEndAt,
      hoursWorked,
      outsideSince: null,
      flags: [...new Set([...entry.flags, ...flags])],
      ...(position && { positions: { ...entry.positions, clock_out: position } }),
      ...(autoReason && { autoClosedReason: autoReason }),
      ...(status && { status }),
    })
    .where(and(eq(progressEntries.tenantId, ctx.tenant.id), eq(progressEntries.id, entry.id)));
  await recomputeWeeks(ctx, entry.apprenticeId, [entry.weekEnding]);
  await tellOfLunch(ctx, entry, enrollmentId, times);
  ctx.record({
    verb: 'shift.ended',
    subject: { type: 'progress_entry', id: entry.id },
    contactId,
    after: { clockOutAt, hoursWorked, ...(autoReason && { autoReason }), ...(status && { status }) },
  });
  return { hoursWorked, clockOutAt };
}
