import type { PlanView } from '@officina/contracts/training-views';
import type { Ctx } from '../../../kernel/context.ts';
import { weeksPaid } from '../billing/count-weeks.ts';
import type { EnrollmentRow } from './load-enrollment.ts';

const DAY_MS = 86_400_000;

/** How an enrolment's weekly payments stand now. Weeks are counted from the payments. */
export async function planOfEnrollment(ctx: Ctx, enrollment: EnrollmentRow): Promise<PlanView> {
  const { weeksTotal, weeklyMinor, pastDueSince } = enrollment;
  const paid = await weeksPaid(ctx, enrollment.id);
  const late = pastDueSince ? ctx.now.epochMilliseconds - pastDueSince.getTime() : 0;
  return {
    weeksTotal,
    weeksPaid: paid,
    weeksRemaining: Math.max(0, weeksTotal - paid),
    weeklyCents: weeklyMinor,
    pastDueSince: pastDueSince?.toISOString() ?? null,
    daysPastDue: Math.max(0, Math.floor(late / DAY_MS)),
  };
}
