import { enrollmentOrders, enrollments } from '@officina/db/schema/training';
import { programs } from '@officina/db/schema/training-places';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { write } from '../../../kernel/operation.ts';
import { openAlert } from '../alerts/open-alert.ts';
import { firstBilling } from '../checkout/billing-date.ts';
import { programZone } from '../load-program.ts';
import { weeksPaid } from './count-weeks.ts';

const byId = z.object({ enrollmentId: z.uuid() });

const keepPlan = write({
  name: 'training.keepPlan',
  permission: 'system',
  input: byId.extend({ scheduleId: z.string(), subscriptionId: z.string().nullable() }),
  async run(ctx, { enrollmentId, scheduleId, subscriptionId }): Promise<void> {
    const tx = await ctx.tx();
    const [kept] = await tx
      .update(enrollments)
      .set({ stripeScheduleId: scheduleId, ...(subscriptionId && { stripeSubscriptionId: subscriptionId }) })
      .where(
        and(
          eq(enrollments.tenantId, ctx.tenant.id),
          eq(enrollments.id, enrollmentId),
          isNull(enrollments.stripeScheduleId),
        ),
      )
      .returning({ id: enrollments.id });
    if (kept)
      ctx.record({
        verb: 'enrollment.plan_scheduled',
        subject: { type: 'enrollment', id: enrollmentId },
        after: { scheduleId },
      });
  },
});

const tellOfMissingPlan = write({
  name: 'training.tellOfMissingPlan',
  permission: 'system',
  input: byId,
  async run(ctx, { enrollmentId }): Promise<void> {
    await openAlert(ctx, {
      kind: 'plan_not_scheduled',
      severity: 'high',
      subject: enrollmentId,
      enrollmentId,
      message: 'The weekly payments of a learner could not be set up',
    });
  },
});

async function enrolledWith(ctx: Ctx, enrollmentId: string) {
  const [row] = await ctx.db
    .select({ enrollment: enrollments, place: enrollmentOrders, program: programs })
    .from(enrollments)
    .innerJoin(
      enrollmentOrders,
      and(
        eq(enrollmentOrders.tenantId, enrollments.tenantId),
        eq(enrollmentOrders.orderId, enrollments.orderId),
      ),
    )
    .innerJoin(
      programs,
      and(eq(programs.tenantId, enrollments.tenantId), eq(programs.id, enrollments.programId)),
    )
    .where(
      and(
        eq(enrollments.tenantId, ctx.tenant.id),
        eq(enrollmentOrders.tenantId, ctx.tenant.id),
        eq(programs.tenantId, ctx.tenant.id),
        eq(enrollments.id, enrollmentId),
      ),
    );
  return row ?? null;
}

/**
 * The job after an enrolment: sets up its weekly payments at the provider, from the Friday that was named. Safe to run
 * again: the same plan is found under its key. What fails is tried again, and in the end told to staff.
 */
export async function schedulePlan(
  ctx: Ctx,
  payload: Record<string, unknown>,
  { last }: { last: boolean },
): Promise<void> {
  const { enrollmentId } = byId.parse(payload);
  const found = await enrolledWith(ctx, enrollmentId);
  if (!found || found.enrollment.stripeScheduleId || !found.enrollment.stripeCustomerId) return;
  const { enrollment, place, program } = found;
  const passed = place.anchorAt.getTime() <= ctx.now.epochMilliseconds;
  const start = passed ? firstBilling(ctx.now, programZone(ctx, program), program).anchor : place.anchorAt;
  const { weeklyMinor, lastMinor } = enrollment;
  // A plan that is set up late, or anew, is over what is not paid yet.
  const weeks = enrollment.weeksTotal - (await weeksPaid(ctx, enrollmentId));
  if (weeks <= 0) return;
  const currency = program.currency.toLowerCase();
  const phases = [
    ...(weeks > 1 ? [{ weeks: weeks - 1, amountMinor: weeklyMinor, currency }] : []),
    { weeks: 1, amountMinor: lastMinor, currency },
  ];
  try {
    const plan = await ctx.services.payments.schedulePlan(
      {
        customerId: found.enrollment.stripeCustomerId,
        name: `${program.name} weekly payment`,
        start,
        phases,
        metadata: { enrollment_id: enrollmentId, user_id: enrollment.userId },
      },
      `plan:${enrollmentId}`,
    );
    await keepPlan(ctx, { enrollmentId, scheduleId: plan.id, subscriptionId: plan.subscriptionId });
  } catch (error) {
    if (last) await tellOfMissingPlan(ctx, { enrollmentId });
    throw error;
  }
}
