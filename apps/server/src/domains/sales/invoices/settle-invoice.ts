import { invoices } from '@officina/db/schema/sales';
import { and, eq, sql } from 'drizzle-orm';
import { dayOf, laterThan, toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { invalid } from '../../../kernel/errors.ts';
import { type NewPayment, recordPayment } from '../../payments/record-payment.ts';
import { logPayment } from './invoice-facts.ts';
import type { InvoiceRow } from './invoice-presenter.ts';

const MINUTES_AHEAD = 5;

/** When money came in: now when nothing is said. Throws VALIDATION_ERROR for a moment that is still to come. */
export function paymentMoment(ctx: WriteCtx, paidAt: string | null | undefined): Date {
  const moment = paidAt ? new Date(paidAt) : toDate(ctx.now);
  if (moment > toDate(ctx.now.add({ minutes: MINUTES_AHEAD })))
    throw invalid({ field: 'paidAt', message: 'Must not be in the future' });
  return moment;
}

/**
 * Records money received on an issued invoice that the caller holds locked. When nothing is open any more the invoice
 * is paid, at the moment and by the method of this payment.
 */
export async function settleInvoice(ctx: WriteCtx, invoice: InvoiceRow, payment: NewPayment): Promise<void> {
  if (dayOf(payment.paidAt, ctx.tenant.timeZone) < invoice.issueDate)
    throw invalid({ field: 'paidAt', message: 'Must not be before the issue date' });
  const { amountMinor, openMinor } = await recordPayment(ctx, invoice, payment);
  const paid = openMinor === 0;
  const { method, paidAt } = payment;
  const tx = await ctx.tx();
  await tx
    .update(invoices)
    .set({
      ...(paid && { status: 'paid' as const, paidAt, paymentMethod: method }),
      version: sql`${invoices.version} + 1`,
      updatedAt: laterThan(invoice.updatedAt, ctx.now),
    })
    .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, invoice.id)));
  await logPayment(ctx, invoice, { amountMinor, method });
  ctx.record({
    verb: paid ? 'invoice.paid' : 'invoice.payment_recorded',
    subject: { type: 'invoice', id: invoice.id },
    contactId: invoice.contactId,
    before: { status: invoice.status },
    after: {
      status: paid ? 'paid' : invoice.status,
      amountCents: amountMinor,
      openCents: openMinor,
      method,
      paidAt: paidAt.toISOString(),
    },
  });
}
