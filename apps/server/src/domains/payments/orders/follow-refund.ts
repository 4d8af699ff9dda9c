import { payments } from '@officina/db/schema/payments';
import { and, eq, sql } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId, type TenantId } from '../../../kernel/ids.ts';
import { onStripeEvent } from '../stripe-effects.ts';
import type { StripeEvent } from '../stripe-event.ts';
import { moveOrder } from './follow-order.ts';
import { orderOfCharge } from './order-of-event.ts';
import type { OrderRow } from './order-row.ts';

/** All that was given back of a charge so far; events come in any order, so the largest sum told is the truth. */
export function refundedOf({ object }: StripeEvent): { minor: number; fully: boolean } {
  const { amount_refunded: told, refunded, amount } = object;
  const minor = typeof told === 'number' && Number.isSafeInteger(told) ? Math.max(0, told) : 0;
  return { minor, fully: refunded === true || (typeof amount === 'number' && amount > 0 && minor >= amount) };
}

/** Sum of the payments of an order that were given back, in minor units. */
async function knownRefunds(ctx: WriteCtx, orderId: string): Promise<number> {
  const tx = await ctx.tx();
  const [sum] = await tx
    .select({ minor: sql<string>`coalesce(-sum(${payments.amountMinor}), 0)` })
    .from(payments)
    .where(
      and(
        eq(payments.tenantId, ctx.tenant.id),
        eq(payments.orderId, orderId),
        eq(payments.purpose, 'refund'),
      ),
    );
  return Number(sum?.minor ?? 0);
}

async function giveBack(ctx: WriteCtx, order: OrderRow, event: StripeEvent): Promise<void> {
  const { minor, fully } = refundedOf(event);
  const wanted = Math.min(fully ? order.amountMinor : minor, order.amountMinor);
  const more = wanted - (await knownRefunds(ctx, order.id));
  if (more > 0) {
    const tx = await ctx.tx();
    await tx.insert(payments).values({
      tenantId: ctx.tenant.id,
      id: newId(),
      purpose: 'refund',
      orderId: order.id,
      amountMinor: -more,
      currency: order.currency,
      method: 'stripe',
      paidAt: event.created,
      stripePaymentIntentId: order.stripePaymentIntentId,
      stripeEventId: event.id,
      createdAt: toDate(ctx.now),
    });
  }
  const after = { refundedMinor: wanted, stripeEventId: event.id };
  if (fully && order.status === 'paid')
    await moveOrder(ctx, order, { status: 'refunded' }, { verb: 'order.refunded', after });
  else if (more > 0) await moveOrder(ctx, order, {}, { verb: 'order.partly_refunded', after });
}

onStripeEvent(['charge.refunded'], async (ctx, event) => {
  const held = await orderOfCharge(ctx, event);
  if (!held || held === 'unmatched') return held;
  await giveBack(held.ctx, held.order, event);
  return { tenantId: held.order.tenantId as TenantId };
});
