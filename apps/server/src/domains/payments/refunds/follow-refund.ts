import { splitOf } from '@officina/contracts/item-sales';
import { payments } from '@officina/db/schema/payments';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import { inTenantOf } from '../../../kernel/in-tenant.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import { lockIntent } from '../intents/settle-intent.ts';
import { moneyOf } from '../invoices/invoice-money.ts';
import { holdPayment } from '../invoices/payment-of-event.ts';
import type { PaymentRow } from '../load-payments.ts';
import { refundedOf } from '../orders/follow-refund.ts';
import { onStripeEvent } from '../stripe-effects.ts';
import { idIn, type StripeEvent } from '../stripe-event.ts';
import { type Given, refundEffectOf } from './on-refund.ts';

/** Minor units given back of a payment that are on record. */
async function knownRefunds(ctx: WriteCtx, { stripePaymentIntentId }: PaymentRow): Promise<number> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ minor: sql<string>`coalesce(-sum(${payments.amountMinor}), 0)` })
    .from(payments)
    .where(
      and(
        eq(payments.tenantId, ctx.tenant.id),
        eq(payments.purpose, 'refund'),
        eq(payments.stripePaymentIntentId, stripePaymentIntentId ?? ''),
      ),
    );
  return Number(row?.minor ?? 0);
}

/** The house's and the maker's parts: what stays is split as if it alone had been paid. */
function partsGivenBack({ feeMinor, amountMinor }: PaymentRow, before: number, more: number) {
  if (feeMinor === null) return {};
  const [was, stays] = [splitOf(amountMinor - before), splitOf(amountMinor - before - more)];
  return { feeMinor: stays.feeMinor - was.feeMinor, payoutMinor: stays.payoutMinor - was.payoutMinor };
}

/** Records what is new of what was given back, null where nothing is. Events come in any order: the largest sum counts. */
async function recordRefund(ctx: WriteCtx, payment: PaymentRow, event: StripeEvent): Promise<Given | null> {
  const told = refundedOf(event);
  const minor = Math.min(told.fully ? payment.amountMinor : told.minor, payment.amountMinor);
  const before = await knownRefunds(ctx, payment);
  const more = minor - before;
  if (more <= 0) return null;
  const { invoiceId, itemId, tierId, userId, currency, stripePaymentIntentId } = payment;
  const tx = await ctx.tx();
  await tx.insert(payments).values({
    ...{ invoiceId, itemId, tierId, userId, currency, stripePaymentIntentId },
    ...partsGivenBack(payment, before, more),
    tenantId: ctx.tenant.id,
    id: newId(),
    purpose: 'refund',
    amountMinor: -more,
    method: 'stripe',
    paidAt: event.created,
    stripeEventId: event.id,
    createdAt: toDate(ctx.now),
  });
  ctx.record({
    verb: 'payment.refunded',
    subject: { type: 'payment', id: payment.id },
    after: { amountMinor: more, currency, refundedMinor: minor },
  });
  return { minor, fully: minor === payment.amountMinor };
}

onStripeEvent(['charge.refunded'], async (ctx, event) => {
  const intent = idIn(event.object, 'payment_intent');
  if (!intent) return null;
  const tx = await ctx.tx();
  const [found] = await tx
    .select({ tenantId: payments.tenantId, id: payments.id })
    .from(payments)
    .where(
      and(
        eq(payments.stripePaymentIntentId, intent),
        eq(payments.status, 'succeeded'),
        inArray(payments.purpose, ['invoice', 'intent', 'item', 'guest']),
        crossTenant('an event names the provider’s ids alone'),
      ),
    );
  // The payment that it is about may still be on its way.
  if (!found) return 'unmatched';
  const inside = await inTenantOf(ctx, found.tenantId);
  if (!inside) return null;
  const own = and(eq(payments.tenantId, found.tenantId), eq(payments.id, found.id));
  const held = await holdPayment(inside, own);
  const payment = held?.payment ?? (await lockIntent(inside, found.id));
  const given = payment && (await recordRefund(inside, payment, event));
  if (given && held) await moneyOf(held).refunded(held, given, event);
  else if (given) await refundEffectOf(payment.purpose)?.(inside, payment, given);
  return { tenantId: inside.tenant.id };
});
