import { payments } from '@officina/db/schema/payments';
import { and, eq, sql } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId, type TenantId } from '../../../kernel/ids.ts';
import { onStripeEvent, type StripeEffect } from '../../payments/stripe-effects.ts';
import { idIn, type StripeEvent, textOf } from '../../payments/stripe-event.ts';
import { changeEnrollment } from '../enrollments/change-enrollment.ts';
import { type EnrollmentRow, lockEnrollment } from '../enrollments/load-enrollment.ts';
import { findCharged, inTenantOf } from './find-enrollment.ts';
import { openCase } from './open-case.ts';

/** Minor units given back of this charge that are on record. */
async function recordedRefunds(ctx: WriteCtx, chargeKey: string): Promise<number> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ sum: sql<string>`coalesce(-sum(${payments.amountMinor}), 0)` })
    .from(payments)
    .where(
      and(
        eq(payments.tenantId, ctx.tenant.id),
        eq(payments.purpose, 'refund'),
        eq(payments.stripePaymentIntentId, chargeKey),
      ),
    );
  return Number(row?.sum ?? 0);
}

/** Money was given back: the part that is new is recorded, and the enrolment is held until staff have decided. */
async function keepRefund(ctx: WriteCtx, event: StripeEvent, enrollment: EnrollmentRow): Promise<void> {
  const { object } = event;
  const chargeId = textOf(object, 'id') ?? event.id;
  const chargeKey = idIn(object, 'payment_intent') ?? chargeId;
  const total = typeof object.amount_refunded === 'number' ? object.amount_refunded : 0;
  const amountMinor = total - (await recordedRefunds(ctx, chargeKey));
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) return;
  const id = newId();
  const tx = await ctx.tx();
  await tx.insert(payments).values({
    tenantId: ctx.tenant.id,
    id,
    purpose: 'refund',
    status: 'succeeded',
    enrollmentId: enrollment.id,
    userId: enrollment.userId,
    amountMinor: -amountMinor,
    currency: (textOf(object, 'currency') ?? 'usd').toUpperCase(),
    method: 'stripe',
    paidAt: event.created,
    stripePaymentIntentId: chargeKey,
    stripeEventId: event.id,
    createdAt: toDate(ctx.now),
  });
  ctx.record({
    verb: 'payment.refunded',
    subject: { type: 'payment', id },
    after: { amountMinor: -amountMinor, charge: chargeId, enrollmentId: enrollment.id },
  });
  await changeEnrollment(ctx, enrollment.id, { kind: 'held', reason: 'refund' }, { reason: 'refund' });
  await openCase(ctx, {
    type: 'refund',
    stripeObjectId: chargeId,
    enrollmentId: enrollment.id,
    userId: enrollment.userId,
    details: { amountMinor, totalRefunded: total },
    message: 'Money was refunded; the enrollment is on hold',
    again: true,
  });
}

async function keepDispute(ctx: WriteCtx, event: StripeEvent, enrollment: EnrollmentRow): Promise<void> {
  const { object } = event;
  const isNew = await openCase(ctx, {
    type: 'dispute',
    stripeObjectId: textOf(object, 'id') ?? event.id,
    enrollmentId: enrollment.id,
    userId: enrollment.userId,
    details: { amountMinor: object.amount, reason: object.reason, charge: idIn(object, 'charge') },
    message: 'A payment is disputed; the enrollment is on hold',
  });
  if (isNew)
    await changeEnrollment(ctx, enrollment.id, { kind: 'held', reason: 'dispute' }, { reason: 'dispute' });
}

const onCharge =
  (keep: typeof keepRefund): StripeEffect =>
  async (ctx, event) => {
    const found = await findCharged(ctx, event);
    // The payment that it is about may still be on its way.
    if (!found)
      return idIn(event.object, 'payment_intent') || idIn(event.object, 'customer') ? 'unmatched' : null;
    const inside = await inTenantOf(ctx, found.tenantId);
    await keep(inside, event, await lockEnrollment(inside, found.enrollmentId));
    return { tenantId: found.tenantId as TenantId };
  };

onStripeEvent(['charge.refunded'], onCharge(keepRefund));
onStripeEvent(['charge.dispute.created'], onCharge(keepDispute));
