import { daysPast } from '@officina/contracts/training-enforcement';
import type { PlanView } from '@officina/contracts/training-views';
import type { Ctx } from '../../../kernel/context.ts';
import { weeksPaid } from '../billing/count-weeks.ts';
import type { Enrolled } from '../enforcement/standing.ts';

/** How an enrolment's weekly payments stand now. Weeks are counted from the payments. */
export async function planOfEnrollment(
  ctx: Ctx,
  { enrollment, program }: Pick<Enrolled, 'enrollment' | 'program'>,
): Promise<PlanView> {
  const { weeksTotal, weeklyMinor, pastDueSince } = enrollment;
  const paid = await weeksPaid(ctx, enrollment.id);
  return {
    currency: program.currency,
    weeksTotal,
    weeksPaid: paid,
    weeksRemaining: Math.max(0, weeksTotal - paid),
    weeklyCents: weeklyMinor,
    pastDueSince: pastDueSince?.toISOString() ?? null,
    daysPastDue: pastDueSince ? Math.max(0, daysPast(pastDueSince.getTime(), ctx.now.epochMilliseconds)) : 0,
  };
}
