import { progressEntries } from '@officina/db/schema/training-hours';
import { and, eq, gt, isNull, lt, ne, or } from 'drizzle-orm';
import { dayOf, toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Enrolled } from '../enforcement/standing.ts';
import { programZone } from '../load-program.ts';
import type { ShiftTimes } from './entry-row.ts';

const LONGEST_HOURS = 16;

const refused = (message: string): AppError => new AppError('BAD_REQUEST', message);

/** Refuses times that no shift can have: BAD_REQUEST. Answers the day on which it was worked, in programme time. */
export function checkTimes(
  ctx: WriteCtx,
  { enrollment, program }: Enrolled,
  { clockInAt, clockOutAt, lunchStartAt, lunchEndAt }: ShiftTimes,
): string {
  if (clockOutAt < clockInAt) throw refused('The shift ends before it begins');
  if (clockOutAt > toDate(ctx.now)) throw refused('The shift ends in the future');
  if (clockOutAt.getTime() - clockInAt.getTime() > LONGEST_HOURS * 3_600_000)
    throw refused(`A shift is no longer than ${LONGEST_HOURS} hours`);
  if (lunchEndAt && !lunchStartAt) throw refused('A lunch that ends has begun');
  if (lunchStartAt) {
    const end = lunchEndAt ?? clockOutAt;
    if (lunchStartAt < clockInAt || end > clockOutAt || end < lunchStartAt)
      throw refused('Lunch lies outside the shift');
  }
  const workDate = dayOf(clockInAt, programZone(ctx, program));
  const start = enrollment.programStartDate;
  if (!start || workDate < start) throw refused('The shift lies before the start date');
  return workDate;
}

/** Refuses times that another shift of the learner has: CONFLICT. The learner's enrolment is held. */
export async function checkOverlap(
  ctx: WriteCtx,
  apprenticeId: string,
  { clockInAt, clockOutAt }: Pick<ShiftTimes, 'clockInAt' | 'clockOutAt'>,
  except?: string,
): Promise<void> {
  const [other] = await ctx.db
    .select({ id: progressEntries.id })
    .from(progressEntries)
    .where(
      and(
        eq(progressEntries.tenantId, ctx.tenant.id),
        eq(progressEntries.apprenticeId, apprenticeId),
        except ? ne(progressEntries.id, except) : undefined,
        lt(progressEntries.clockInAt, clockOutAt),
        or(isNull(progressEntries.clockOutAt), gt(progressEntries.clockOutAt, clockInAt)),
      ),
    )
    .limit(1);
  if (other) throw new AppError('CONFLICT', 'This overlaps another shift of the learner');
}
