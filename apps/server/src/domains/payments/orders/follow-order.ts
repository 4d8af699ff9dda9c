import { orders, payments } from '@officina/db/schema/payments';
import { and, eq } from 'drizzle-orm';
import { laterThan, toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId, type TenantId } from '../../../kernel/ids.ts';
import { payerOf } from '../../contacts/payer.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { reviveStripeEvents } from '../process-stripe-event.ts';
import { type Meaning, onStripeEvent } from '../stripe-effects.ts';
import { idIn, type StripeEvent, textOf } from '../stripe-event.ts';
import { orderOfSession } from './order-of-event.ts';
import type { OrderRow } from './order-row.ts';

/** What the provider says was paid; null where it says nothing that could be compared. */
export function paidOf({ object }: StripeEvent): { amountMinor: number; currency: string } | null {
  const currency = textOf(object, 'currency')?.toUpperCase();
  const { amount_total: amountMinor } = object;
  return typeof amountMinor === 'number' && currency ? { amountMinor, currency } : null;
}

/** Moves a held order on, with its journal entry. */
export async function moveOrder(
  ctx: WriteCtx,
  order: OrderRow,
  change: Partial<Pick<OrderRow, 'status' | 'contactId' | 'stripePaymentIntentId'>>,
  entry: { verb: string; contactId?: string | null; after?: object },
): Promise<void> {
  const tx = await ctx.tx();
  await tx
    .update(orders)
    .set({ ...change, updatedAt: laterThan(order.updatedAt, ctx.now) })
    .where(and(eq(orders.tenantId, ctx.tenant.id), eq(orders.id, order.id)));
  ctx.record({
    verb: entry.verb,
    subject: { type: 'order', id: order.id },
    contactId: entry.contactId ?? order.contactId,
    before: { status: order.status },
    after: { ...change, ...entry.after },
  });
}

/** Something of another amount was paid than the order asks for: nothing is fulfilled, people must look. */
async function mismatch(ctx: WriteCtx, order: OrderRow, event: StripeEvent): Promise<void> {
  const paid = paidOf(event);
  ctx.record({
    verb: 'order.payment_mismatch',
    subject: { type: 'order', id: order.id },
    contactId: order.contactId,
    before: { amountMinor: order.amountMinor, currency: order.currency },
    after: { ...paid, stripeEventId: event.id },
  });
  await tellPortal(ctx, 'admins', 'order_payment_mismatch', {
    entityType: 'order',
    entityId: order.id,
    body: textOf(event.object, 'id') ?? order.id,
  });
}

/** The money of an order has arrived: whose it was, one payment, and the admins hear of it. */
async function settle(ctx: WriteCtx, order: OrderRow, event: StripeEvent): Promise<void> {
  const { object } = event;
  const contactId = await payerOf(ctx, {
    email: textOf(object.customer_details, 'email'),
    name: textOf(object.customer_details, 'name'),
  });
  const intent = idIn(object, 'payment_intent');
  const { id: orderId, amountMinor, currency, stripeSessionId } = order;
  const tx = await ctx.tx();
  await tx.insert(payments).values({
    ...{ orderId, amountMinor, currency, stripeSessionId },
    tenantId: ctx.tenant.id,
    id: newId(),
    purpose: 'order',
    method: 'stripe',
    paidAt: event.created,
    stripePaymentIntentId: intent,
    stripeEventId: event.id,
    createdAt: toDate(ctx.now),
  });
  const change = { status: 'paid' as const, contactId, stripePaymentIntentId: intent };
  await moveOrder(ctx, order, change, { verb: 'order.paid', contactId, after: { amountMinor, currency } });
  await tellPortal(ctx, 'admins', 'order_paid', {
    entityType: 'order',
    entityId: orderId,
    body: textOf(object.customer_details, 'email') ?? orderId,
  });
  // A refund may have been told before the payment.
  if (intent) await reviveStripeEvents(ctx, [intent]);
}

async function receive(ctx: WriteCtx, order: OrderRow, event: StripeEvent): Promise<void> {
  if (order.status === 'paid' || order.status === 'refunded') return;
  const paid = paidOf(event);
  const right = paid?.amountMinor === order.amountMinor && paid.currency === order.currency;
  await (right ? settle : mismatch)(ctx, order, event);
}

/** Acts on the checkout of a deposit, where it is one. */
async function onDeposit(
  ctx: WriteCtx,
  event: StripeEvent,
  act: (ctx: WriteCtx, order: OrderRow) => Promise<void>,
): Promise<Meaning> {
  const held = await orderOfSession(ctx, event);
  if (!held || held === 'unmatched') return held;
  await act(held.ctx, held.order);
  return { tenantId: held.order.tenantId as TenantId };
}

onStripeEvent(['checkout.session.completed'], (ctx, event) =>
  onDeposit(ctx, event, async (inside, order) => {
    // Whoever pays by a slow method has finished the page, not paid: the money is told of by an event of its own.
    if (textOf(event.object, 'payment_status') === 'paid') await receive(inside, order, event);
  }),
);

onStripeEvent(['checkout.session.async_payment_succeeded'], (ctx, event) =>
  onDeposit(ctx, event, (inside, order) => receive(inside, order, event)),
);

const ENDINGS = [
  ['checkout.session.expired', 'expired'],
  ['checkout.session.async_payment_failed', 'failed'],
] as const;

for (const [type, status] of ENDINGS)
  onStripeEvent([type], (ctx, event) =>
    onDeposit(ctx, event, async (inside, order) => {
      if (order.status === 'pending') await moveOrder(inside, order, { status }, { verb: `order.${status}` });
    }),
  );
