import { payments } from '@officina/db/schema/payments';
import { invoices } from '@officina/db/schema/sales';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan, toDate } from '../../../kernel/clock.ts';
import { newId, type TenantId } from '../../../kernel/ids.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { livePayments, sumOf } from '../../payments/load-payments.ts';
import { paidOf } from '../../payments/orders/follow-order.ts';
import { refundedOf } from '../../payments/orders/follow-refund.ts';
import { reviveStripeEvents } from '../../payments/process-stripe-event.ts';
import { type Meaning, onStripeEvent } from '../../payments/stripe-effects.ts';
import { idIn, type StripeEvent, textOf } from '../../payments/stripe-event.ts';
import { tellInvoice } from './invoice-news.ts';
import { readPortalInvoice } from './load-invoice.ts';
import { type HeldPayment, paymentOfCharge, paymentOfSession } from './payment-of-event.ts';

type InvoiceColumns = Partial<typeof invoices.$inferInsert>;

/** Notes something on the invoice of a payment, with what changes of it. */
async function note(
  { ctx, invoice, payment }: HeldPayment,
  verb: string,
  change: InvoiceColumns,
  after: object,
): Promise<void> {
  const tx = await ctx.tx();
  const found = await readPortalInvoice(ctx, invoice.id);
  await tx
    .update(invoices)
    .set({ ...change, version: sql`version + 1`, updatedAt: laterThan(invoice.updatedAt, ctx.now) })
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, invoice.id)));
  ctx.record({
    verb: `invoice.${verb}`,
    subject: { type: 'invoice', id: invoice.id },
    contactId: invoice.contactId,
    engagementId: found.own?.engagementId,
    before: { status: invoice.status, paidAt: invoice.paidAt?.toISOString() ?? null },
    after: { ...change, paymentId: payment.id, ...after },
  });
}

/** People must look: what came is not what was asked for, or it came twice. */
const alarm = ({ ctx, invoice }: HeldPayment, body: string): Promise<void> =>
  tellPortal(ctx, 'admins', 'order_payment_mismatch', {
    entityType: 'invoice',
    entityId: invoice.id,
    body,
    link: '/portal/finance',
  });

const change = async ({ ctx, payment }: HeldPayment, columns: Partial<typeof payments.$inferInsert>) => {
  const tx = await ctx.tx();
  await tx
    .update(payments)
    .set(columns)
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, payment.id)));
};

/**
 * Money that was asked for has come: once, whatever becomes of the invoice meanwhile. It pays the invoice when nothing
 * is open any more; over what is open it is kept and people are told.
 */
async function receive(held: HeldPayment, event: StripeEvent): Promise<void> {
  const { ctx, payment, invoice } = held;
  if (payment.status === 'succeeded') return;
  const paid = paidOf(event);
  if (paid?.amountMinor !== payment.amountMinor || paid.currency !== payment.currency) {
    await note(held, 'payment_mismatch', {}, { ...paid, stripeEventId: event.id });
    return alarm(held, textOf(event.object, 'id') ?? '');
  }
  const intent = idIn(event.object, 'payment_intent');
  await change(held, {
    status: 'succeeded',
    paidAt: event.created,
    failedAt: null,
    stripePaymentIntentId: intent,
    stripeEventId: event.id,
  });
  const { amountMinor, currency } = payment;
  const after = { amountMinor, currency, stripeEventId: event.id };
  const settled = sumOf(await livePayments(ctx, invoice.id)) >= invoice.totalMinor;
  if (settled && !invoice.paidAt) {
    const columns = { status: 'paid', paidAt: event.created, paymentMethod: 'stripe' } as const;
    await note(held, 'paid', columns, after);
    await tellInvoice(ctx, await readPortalInvoice(ctx, invoice.id), 'invoice_paid');
  } else {
    await note(held, 'payment_recorded', {}, after);
    await alarm(held, textOf(event.object, 'id') ?? '');
  }
  if (intent) await reviveStripeEvents(ctx, [intent]);
}

/** Money was given back. An invoice that is no longer covered is open again. */
async function giveBack(held: HeldPayment, event: StripeEvent): Promise<void> {
  const { ctx, payment, invoice } = held;
  const { minor, fully } = refundedOf(event);
  const wanted = Math.min(fully ? payment.amountMinor : minor, payment.amountMinor);
  const tx = await ctx.tx();
  const [known] = await tx
    .select({ minor: sql<string>`coalesce(-sum(${payments.amountMinor}), 0)` })
    .from(payments)
    .where(
      and(
        eq(payments.tenantId, ctx.tenant.id),
        eq(payments.invoiceId, invoice.id),
        eq(payments.purpose, 'refund'),
        eq(payments.stripePaymentIntentId, payment.stripePaymentIntentId ?? ''),
      ),
    );
  const more = wanted - Number(known?.minor ?? 0);
  if (more <= 0) return;
  await tx.insert(payments).values({
    tenantId: ctx.tenant.id,
    id: newId(),
    purpose: 'refund',
    invoiceId: invoice.id,
    amountMinor: -more,
    currency: payment.currency,
    method: 'stripe',
    paidAt: event.created,
    stripePaymentIntentId: payment.stripePaymentIntentId,
    stripeEventId: event.id,
    createdAt: toDate(ctx.now),
  });
  const open = sumOf(await livePayments(ctx, invoice.id)) < invoice.totalMinor;
  const reopened = open && fully && invoice.paidAt !== null;
  await note(
    held,
    fully ? 'payment_refunded' : 'payment_partly_refunded',
    reopened ? { status: 'sent', paidAt: null } : {},
    { refundedMinor: wanted, stripeEventId: event.id },
  );
}

async function onPayment(
  held: HeldPayment | 'unmatched' | null,
  act: (held: HeldPayment) => Promise<void>,
): Promise<Meaning> {
  if (!held || held === 'unmatched') return held;
  await act(held);
  return { tenantId: held.payment.tenantId as TenantId };
}

onStripeEvent(['checkout.session.completed'], async (ctx, event) =>
  onPayment(await paymentOfSession(ctx, event), async (held) => {
    if (textOf(event.object, 'payment_status') === 'paid') await receive(held, event);
  }),
);

onStripeEvent(['checkout.session.async_payment_succeeded'], async (ctx, event) =>
  onPayment(await paymentOfSession(ctx, event), (held) => receive(held, event)),
);

onStripeEvent(['checkout.session.expired', 'checkout.session.async_payment_failed'], async (ctx, event) =>
  onPayment(await paymentOfSession(ctx, event), async (held) => {
    if (held.payment.status === 'pending') await change(held, { status: 'failed', failedAt: event.created });
  }),
);

onStripeEvent(['charge.refunded'], async (ctx, event) =>
  onPayment(await paymentOfCharge(ctx, event), (held) => giveBack(held, event)),
);
