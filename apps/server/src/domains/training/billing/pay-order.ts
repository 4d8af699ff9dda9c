import { orders, payments } from '@officina/db/schema/payments';
import { enrollments } from '@officina/db/schema/training';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import { reviveStripeEvents } from '../../payments/process-stripe-event.ts';
import { idIn, type StripeEvent, textOf } from '../../payments/stripe-event.ts';
import { lockLearner } from '../applications/ensure-learner.ts';
import type { OrderRow } from '../checkout/take-order.ts';
import { enroll } from './enroll.ts';
import { type FoundOrder, lockOrder } from './find-order.ts';
import { openCase } from './open-case.ts';

/** What was paid is what was asked for. */
const isPaidInFull = ({ object }: StripeEvent, { amountMinor, currency }: OrderRow): boolean =>
  object.amount_total === amountMinor && textOf(object, 'currency')?.toLowerCase() === currency.toLowerCase();

async function placeOf(ctx: WriteCtx, userId: string, programId: string): Promise<string> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.tenantId, ctx.tenant.id),
        eq(enrollments.userId, userId),
        eq(enrollments.programId, programId),
      ),
    );
  if (!row) throw new Error('an enrolment that is in the way is gone');
  return row.id;
}

/**
 * The set-up fee of an order has been paid: it enrols who ordered, once, whatever else the order had become. Who is
 * enrolled already has paid twice, and another amount than was asked enrols nobody: both are cases for staff.
 */
export async function payOrder(ctx: WriteCtx, event: StripeEvent, found: FoundOrder): Promise<void> {
  const learner = await lockLearner(ctx, found.userId);
  const { order, place } = await lockOrder(ctx, found.id);
  if (!learner) throw new Error('an order is nobody’s');
  if (order.status === 'paid' || order.status === 'refunded') return;
  const { object } = event;
  const sessionId = textOf(object, 'id') ?? '';
  if (!isPaidInFull(event, order)) {
    const details = { amountTotal: object.amount_total, currency: object.currency, asked: order.amountMinor };
    await openCase(ctx, {
      type: 'payment_mismatch',
      stripeObjectId: sessionId,
      userId: found.userId,
      details: { ...details, orderId: order.id },
      message: 'A payment differs from its order; nobody was enrolled',
    });
    return;
  }
  const intentId = idIn(object, 'payment_intent');
  const customerId = idIn(object, 'customer');
  const now = toDate(ctx.now);
  const tx = await ctx.tx();
  await tx
    .update(orders)
    .set({ status: 'paid', stripePaymentIntentId: intentId, url: null, updatedAt: now })
    .where(and(eq(orders.tenantId, ctx.tenant.id), eq(orders.id, order.id)));
  const owned = { ...order, userId: found.userId };
  const made = await enroll(ctx, { order: owned, place, learner, customerId });
  const enrollmentId = made?.id ?? (await placeOf(ctx, found.userId, place.programId));
  const paymentId = newId();
  await tx.insert(payments).values({
    tenantId: ctx.tenant.id,
    id: paymentId,
    purpose: 'setup_fee',
    status: 'succeeded',
    orderId: order.id,
    enrollmentId,
    userId: found.userId,
    amountMinor: order.amountMinor,
    currency: order.currency,
    method: 'stripe',
    paidAt: event.created,
    stripePaymentIntentId: intentId,
    stripeSessionId: sessionId,
    stripeEventId: event.id,
    createdAt: now,
  });
  ctx.record({
    verb: 'payment.recorded',
    subject: { type: 'payment', id: paymentId },
    contactId: learner.contactId,
    after: { purpose: 'setup_fee', amountMinor: order.amountMinor, currency: order.currency, enrollmentId },
  });
  if (!made)
    await openCase(ctx, {
      type: 'second_payment',
      stripeObjectId: sessionId,
      enrollmentId,
      userId: found.userId,
      details: { orderId: order.id, amountMinor: order.amountMinor },
      message: 'A learner who is enrolled already has paid the set-up fee again',
    });
  // Refunds and invoices may have come first.
  const names = [intentId, customerId, learner.stripeCustomerId];
  await reviveStripeEvents(ctx, [...new Set(names.filter((name) => name !== null))]);
}
