import { payments } from '@officina/db/schema/payments';
import { invoices } from '@officina/db/schema/sales';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { onInvoiceMoney } from '../../payments/invoices/invoice-money.ts';
import type { HeldPayment } from '../../payments/invoices/payment-of-event.ts';
import { livePayments, sumOf } from '../../payments/load-payments.ts';
import { paidOf } from '../../payments/orders/follow-order.ts';
import { type StripeEvent, textOf } from '../../payments/stripe-event.ts';
import { tellInvoice } from './invoice-news.ts';
import { readPortalInvoice } from './load-invoice.ts';

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

/**
 * Money that was asked for has come: once, whatever becomes of the invoice meanwhile. It pays the invoice when nothing
 * is open any more; over what is open it is kept and people are told.
 */
async function receive(held: HeldPayment, event: StripeEvent): Promise<void> {
  const { ctx, payment, invoice } = held;
  const paid = paidOf(event);
  if (paid?.amountMinor !== payment.amountMinor || paid.currency !== payment.currency?.toUpperCase()) {
    await note(held, 'payment_mismatch', {}, { ...paid, stripeEventId: event.id });
    return alarm(held, textOf(event.object, 'id') ?? '');
  }
  const tx = await ctx.tx();
  await tx
    .update(payments)
    .set({ status: 'succeeded', paidAt: event.created, failedAt: null, stripeEventId: event.id })
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, payment.id)));
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
}

/** Money was given back. An invoice that is no longer covered is open again. */
async function reopen(
  held: HeldPayment,
  { minor: refundedMinor, fully }: { minor: number; fully: boolean },
  event: StripeEvent,
): Promise<void> {
  const { ctx, invoice } = held;
  const open = sumOf(await livePayments(ctx, invoice.id)) < invoice.totalMinor;
  const reopened = open && fully && invoice.paidAt !== null;
  await note(
    held,
    fully ? 'payment_refunded' : 'payment_partly_refunded',
    reopened ? { status: 'sent', paidAt: null } : {},
    { refundedMinor, stripeEventId: event.id },
  );
}

// Clients pay invoices of every kind in the portal.
onInvoiceMoney(null, { paid: receive, refunded: reopen });
