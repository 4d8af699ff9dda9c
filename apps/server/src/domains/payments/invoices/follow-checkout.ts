import { payments } from '@officina/db/schema/payments';
import { and, eq } from 'drizzle-orm';
import type { TenantId } from '../../../kernel/ids.ts';
import { failIntent } from '../intents/settle-intent.ts';
import { reviveStripeEvents } from '../process-stripe-event.ts';
import { type Meaning, onStripeEvent } from '../stripe-effects.ts';
import { idIn, type StripeEvent, textOf } from '../stripe-event.ts';
import { moneyOf } from './invoice-money.ts';
import { type HeldPayment, paymentOfSession } from './payment-of-event.ts';

/** Acts on the payment of an invoice whose page an event tells of. */
const onPage =
  (act: (held: HeldPayment, event: StripeEvent) => Promise<void>) =>
  async (...[ctx, event]: Parameters<typeof paymentOfSession>): Promise<Meaning> => {
    const held = await paymentOfSession(ctx, event);
    if (!held || held === 'unmatched') return held;
    await act(held, event);
    return { tenantId: held.payment.tenantId as TenantId };
  };

/** Money that was asked for has come: once, whatever becomes of the invoice meanwhile. */
async function receive(held: HeldPayment, event: StripeEvent): Promise<void> {
  const { ctx, payment } = held;
  if (payment.status === 'succeeded') return;
  const intent = idIn(event.object, 'payment_intent');
  const tx = await ctx.tx();
  await tx
    .update(payments)
    .set({ stripePaymentIntentId: intent })
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, payment.id)));
  await moneyOf(held).paid({ ...held, payment: { ...payment, stripePaymentIntentId: intent } }, event);
  // It may have been given back before we knew what had paid it.
  if (intent) await reviveStripeEvents(ctx, [intent]);
  // Whoever has another page of it open must not pay again.
  ctx.enqueue('close-open-payments', { invoiceId: held.invoice.id });
}

onStripeEvent(
  ['checkout.session.completed'],
  onPage(async (held, event) => {
    // Whoever pays by a slow method has finished the page, not paid: the money is told of by an event of its own.
    if (textOf(event.object, 'payment_status') === 'paid') await receive(held, event);
  }),
);

onStripeEvent(['checkout.session.async_payment_succeeded'], onPage(receive));

onStripeEvent(
  ['checkout.session.async_payment_failed'],
  onPage(({ ctx, payment }) => failIntent(ctx, payment, { message: 'The payment was refused' })),
);

onStripeEvent(
  ['checkout.session.expired'],
  onPage(async ({ ctx, payment }, event) => {
    if (payment.status !== 'pending') return;
    const tx = await ctx.tx();
    await tx
      .update(payments)
      .set({ status: 'failed', failedAt: event.created })
      .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, payment.id)));
    ctx.record({
      verb: 'payment.expired',
      subject: { type: 'payment', id: payment.id },
      before: { status: 'pending' },
      after: { status: 'failed' },
    });
  }),
);
