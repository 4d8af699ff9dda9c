import { LONGEST_OPEN_HOURS, OUTSIDE_MINUTES } from '@officina/contracts/timeclock';
import { progressEntries } from '@officina/db/schema/training-hours';
import { trainingAlerts } from '@officina/db/schema/training-records';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { openAlert } from '../alerts/open-alert.ts';
import type { Standing } from '../enforcement/standing.ts';
import { type Closing, closeEntry } from './close-entry.ts';
import type { EntryRow } from './entry-row.ts';
import { recomputeWeeks } from './recompute-week.ts';

const FORGOTTEN = { autoReason: 'missed_clock_out', status: 'disputed' } as const;

/** How a shift that nobody ended has ended by itself at a moment; null while it may go on. */
export function overdueEnd(entry: EntryRow, now: Date): Omit<Closing, 'contactId'> | null {
  const { outsideSince, clockInAt } = entry;
  if (outsideSince && now.getTime() - outsideSince.getTime() >= OUTSIDE_MINUTES * 60_000)
    return { at: outsideSince, autoReason: 'left_site' };
  const longest = new Date(clockInAt.getTime() + LONGEST_OPEN_HOURS * 3_600_000);
  // Exactly ten hours are still a shift.
  return now > longest ? { at: longest, ...FORGOTTEN } : null;
}

/**
 * Ends a shift that is overdue at a moment, and answers when it ended. Whatever asks about an open shift asks this first, so
 * that no answer depends on when the task last ran. The caller holds the learner's enrolment.
 */
export async function endOverdue(
  ctx: WriteCtx,
  entry: EntryRow,
  { enrolled, contactId }: Pick<Standing, 'enrolled' | 'contactId'>,
  now: Date,
): Promise<Date | null> {
  const end = overdueEnd(entry, now);
  if (!end) return null;
  const enrollmentId = enrolled?.enrollment.id ?? null;
  const { clockOutAt } = await closeEntry(ctx, entry, enrollmentId, { ...end, contactId });
  if (end.autoReason === FORGOTTEN.autoReason)
    await openAlert(ctx, {
      kind: FORGOTTEN.autoReason,
      severity: 'warning',
      subject: entry.id,
      entryId: entry.id,
      enrollmentId,
      message: `A shift was open for more than ${LONGEST_OPEN_HOURS} hours`,
    });
  return clockOutAt;
}

/**
 * Opens a shift again that ended by itself after a moment at which the learner's device recorded something, unless staff
 * have looked at it: it was not forgotten, its device had no network.
 */
export async function reopenOverdue(
  ctx: WriteCtx,
  apprenticeId: string,
  contactId: string | null,
  moment: Date,
): Promise<EntryRow | null> {
  const tx = await ctx.tx();
  const [entry] = await tx
    .select()
    .from(progressEntries)
    .where(and(eq(progressEntries.tenantId, ctx.tenant.id), eq(progressEntries.apprenticeId, apprenticeId)))
    .orderBy(desc(progressEntries.clockInAt))
    .limit(1);
  const { autoClosedReason, status, verifiedAt, clockInAt, clockOutAt, lunchEndAt } = entry ?? {};
  const untouched = autoClosedReason === FORGOTTEN.autoReason && status === FORGOTTEN.status && !verifiedAt;
  if (!entry || !untouched || !clockInAt || !clockOutAt || moment < clockInAt || moment >= clockOutAt)
    return null;
  const its = and(eq(progressEntries.tenantId, ctx.tenant.id), eq(progressEntries.id, entry.id));
  const open = {
    clockOutAt: null,
    // A lunch that was running ended with the shift.
    lunchEndAt: lunchEndAt?.getTime() === clockOutAt.getTime() ? null : (lunchEndAt ?? null),
    hoursWorked: null,
    autoClosedReason: null,
    status: 'submitted',
  } as const;
  await tx.update(progressEntries).set(open).where(its);
  await recomputeWeeks(ctx, apprenticeId, [entry.weekEnding]);
  await tx
    .update(trainingAlerts)
    .set({ resolvedAt: toDate(ctx.now) })
    .where(
      and(
        eq(trainingAlerts.tenantId, ctx.tenant.id),
        eq(trainingAlerts.kind, FORGOTTEN.autoReason),
        eq(trainingAlerts.subject, entry.id),
        isNull(trainingAlerts.resolvedAt),
      ),
    );
  ctx.record({
    verb: 'shift.reopened',
    subject: { type: 'progress_entry', id: entry.id },
    contactId,
    before: { clockOutAt, status },
    after: { clockOutAt: null, status: open.status },
  });
  return { ...entry, ...open };
}
