import { hoursOf, weekEndingOf } from '@officina/contracts/training-hours';
import type { ChangedShift } from '@officina/contracts/training-staff';
import { shiftAdd } from '@officina/contracts/training-staff-inputs';
import { progressEntries } from '@officina/db/schema/training-hours';
import { toDate } from '../../../kernel/clock.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { readStanding } from '../enforcement/standing.ts';
import { lockEnrollment } from '../enrollments/load-enrollment.ts';
import { findSite } from '../timeclock/clock-places.ts';
import { changedShift } from './changed-shift.ts';
import { checkOverlap, checkTimes } from './check-times.ts';
import { workedIn } from './entry-row.ts';
import { recomputeWeeks } from './recompute-week.ts';

const moment = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

/** Hours that no device recorded, written down by staff with a reason. */
export const addShift = write({
  name: 'training.addShift',
  permission: 'training.manage',
  input: shiftAdd,
  async run(ctx, { enrollmentId, siteId, reason, ...given }): Promise<ChangedShift> {
    const { userId, programId } = await lockEnrollment(ctx, enrollmentId);
    const site = await findSite(ctx, siteId);
    if (!site) throw notFound('Site');
    const { enrolled, contactId } = await readStanding(ctx, { userId, programId, strictly: true });
    const apprentice = enrolled?.apprentice;
    if (!apprentice) throw new AppError('CONFLICT', 'This enrollment has no apprentice record yet');
    const times = {
      clockInAt: new Date(given.clockInAt),
      clockOutAt: new Date(given.clockOutAt),
      lunchStartAt: moment(given.lunchStartAt),
      lunchEndAt: moment(given.lunchEndAt),
    };
    const workDate = checkTimes(ctx, enrolled, times);
    await checkOverlap(ctx, apprentice.id, times);
    const id = newId();
    const weekEnding = weekEndingOf(workDate);
    const tx = await ctx.tx();
    await tx.insert(progressEntries).values({
      ...times,
      lunchEndAt: times.lunchStartAt && (times.lunchEndAt ?? times.clockOutAt),
      tenantId: ctx.tenant.id,
      id,
      apprenticeId: apprentice.id,
      programId,
      partnerId: site.partnerId,
      shopId: site.shopId,
      siteId,
      source: 'manual',
      workDate,
      weekEnding,
      hoursWorked: hoursOf(workedIn(times)),
      createdAt: toDate(ctx.now),
    });
    ctx.record({
      verb: 'shift.added',
      subject: { type: 'progress_entry', id },
      contactId,
      after: { ...times, shopId: site.shopId, siteId, workDate },
      reason,
    });
    return changedShift(ctx, id, await recomputeWeeks(ctx, apprentice.id, [weekEnding]));
  },
});
