import { payments } from '@officina/db/schema/payments';
import { and, eq, isNull, type SQL } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { inTenantOf } from '../../../kernel/in-tenant.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import { failIntent, lockIntent, settleIntent } from '../../payments/intents/settle-intent.ts';
import type { PaymentRow } from '../../payments/load-payments.ts';
import { paidOf } from '../../payments/orders/follow-order.ts';
import { reviveStripeEvents } from '../../payments/process-stripe-event.ts';
import { type Meaning, onStripeEvent } from '../../payments/stripe-effects.ts';
import { idIn, type StripeEvent, textOf } from '../../payments/stripe-event.ts';

async function find(ctx: WriteCtx, condition: SQL | undefined) {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ tenantId: payments.tenantId, id: payments.id })
    .from(payments)
    .where(
      and(eq(payments.purpose, 'guest'), condition, crossTenant('an event names the provider’s ids alone')),
    );
  return row;
}

/** Whether its metadata name a purchase of ours that is about to keep this session. */
async function isExpected(ctx: WriteCtx, { object: { metadata } }: StripeEvent): Promise<boolean> {
  const [tenantId = '', id = ''] = ['tenantId', 'paymentId'].map((key) => textOf(metadata, key) ?? '');
  if (!isUuid(tenantId) || !isUuid(id)) return false;
  const own = and(eq(payments.tenantId, tenantId), eq(payments.id, id));
  return (
    (await find(ctx, and(own, isNull(payments.stripeSessionId), isNull(payments.stripeStatus)))) !== undefined
  );
}

/** Acts on the purchase whose checkout an event tells of: only the session that we keep says whose it is. */
const onPage =
  (act: (ctx: WriteCtx, payment: PaymentRow, event: StripeEvent) => Promise<void>) =>
  async (ctx: WriteCtx, event: StripeEvent): Promise<Meaning> => {
    const session = textOf(event.object, 'id');
    if (!session) return null;
    const found = await find(ctx, eq(payments.stripeSessionId, session));
    if (!found) return (await isExpected(ctx, event)) ? 'unmatched' : null;
    const inside = await inTenantOf(ctx, found.tenantId);
    const payment = inside && (await lockIntent(inside, found.id));
    if (!payment) return null;
    await act(inside, payment, event);
    return { tenantId: inside.tenant.id };
  };

async function receive(ctx: WriteCtx, payment: PaymentRow, event: StripeEvent): Promise<void> {
  const intent = idIn(event.object, 'payment_intent');
  const tx = await ctx.tx();
  await tx
    .update(payments)
    .set({ stripePaymentIntentId: intent })
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, payment.id)));
  const { amountMinor = -1, currency = '' } = paidOf(event) ?? {};
  const received = { amountMinor, currency, at: event.created, eventId: event.id };
  await settleIntent(ctx, { ...payment, stripePaymentIntentId: intent }, received);
  // It may have been given back before we knew what had paid it.
  if (intent) await reviveStripeEvents(ctx, [intent]);
}

onStripeEvent(
  ['checkout.session.completed'],
  onPage(async (ctx, payment, event) => {
    // Whoever pays by a slow method has finished the page, not paid.
    if (textOf(event.object, 'payment_status') === 'paid') await receive(ctx, payment, event);
  }),
);

onStripeEvent(['checkout.session.async_payment_succeeded'], onPage(receive));

onStripeEvent(
  ['checkout.session.async_payment_failed', 'checkout.session.expired'],
  onPage((ctx, payment) => failIntent(ctx, payment, { message: 'The payment was not made' })),
);
