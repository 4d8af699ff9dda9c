import { payments } from '@officina/db/schema/payments';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { inTenantOf } from '../../../kernel/in-tenant.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import type { PaymentRow } from '../load-payments.ts';
import { type Meaning, onStripeEvent } from '../stripe-effects.ts';
import { type StripeEvent, textOf } from '../stripe-event.ts';
import { failIntent, lockIntent, settleIntent } from './settle-intent.ts';

const numberOf = (object: Record<string, unknown>, key: string): number | null =>
  typeof object[key] === 'number' ? object[key] : null;

type Change = (ctx: WriteCtx, row: PaymentRow, event: StripeEvent) => Promise<unknown>;

/** Whether its metadata name a payment of ours that is about to keep this intent. */
async function isExpected(ctx: WriteCtx, { object: { metadata } }: StripeEvent): Promise<boolean> {
  const [tenantId = '', id = ''] = ['tenantId', 'paymentId'].map((key) => textOf(metadata, key) ?? '');
  if (!isUuid(tenantId) || !isUuid(id)) return false;
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ id: payments.id })
    .from(payments)
    .where(
      and(
        eq(payments.tenantId, tenantId),
        eq(payments.id, id),
        isNotNull(payments.stripeStatus),
        isNull(payments.stripePaymentIntentId),
      ),
    );
  return row !== undefined;
}

/**
 * Acts on the payment of ours that has the event's intent. Only an id that we keep says whose it is: what an intent's
 * metadata name is no more than a sign that we are about to keep it.
 */
async function follow(ctx: WriteCtx, event: StripeEvent, change: Change): Promise<Meaning> {
  const intentId = textOf(event.object, 'id');
  if (!intentId) return null;
  const tx = await ctx.tx();
  const [found] = await tx
    .select({ tenantId: payments.tenantId, id: payments.id })
    .from(payments)
    .where(
      and(
        crossTenant('an event names an intent, not a tenant'),
        eq(payments.stripePaymentIntentId, intentId),
        isNotNull(payments.stripeStatus),
      ),
    );
  if (!found) return (await isExpected(ctx, event)) ? 'unmatched' : null;
  const inside = await inTenantOf(ctx, found.tenantId);
  const row = inside && (await lockIntent(inside, found.id));
  if (!inside || !row) return null;
  await change(inside, row, event);
  return { tenantId: inside.tenant.id };
}

onStripeEvent(['payment_intent.succeeded'], (ctx, event) =>
  follow(ctx, event, (inside, row, { id, object, created }) => {
    const received = numberOf(object, 'amount_received') ?? numberOf(object, 'amount');
    const currency = textOf(object, 'currency') ?? '';
    return settleIntent(inside, row, { amountMinor: received ?? -1, currency, at: created, eventId: id });
  }),
);

onStripeEvent(['payment_intent.payment_failed'], (ctx, event) =>
  follow(ctx, event, (inside, row, { object }) => {
    const message = textOf(object.last_payment_error, 'message') ?? 'The payment was refused';
    return failIntent(inside, row, { message, stripeStatus: 'requires_payment_method' });
  }),
);

onStripeEvent(['payment_intent.canceled'], (ctx, event) =>
  follow(ctx, event, (inside, row) =>
    failIntent(inside, row, { message: 'The payment was cancelled', stripeStatus: 'canceled' }),
  ),
);
