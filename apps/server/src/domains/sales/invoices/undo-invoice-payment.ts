import type { InvoiceView } from '@officina/contracts/sales';
import { invoiceUndoPayment } from '@officina/contracts/sales-inputs';
import { invoices } from '@officina/db/schema/sales';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan } from '../../../kernel/clock.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { reversePayment } from '../../payments/reverse-payment.ts';
import { invoiceView } from './invoice-reads.ts';
import { refusedTransition } from './invoice-state.ts';
import { lockOwnInvoice, settlementOf } from './load-invoice.ts';

/**
 * Takes back the last payment of an invoice (or the one named), with a reason: a paid invoice is issued and open
 * again. The payment stays on record as reversed. An invoice that was credited is DOCUMENT_LOCKED.
 */
export const undoInvoicePayment = write({
  name: 'invoices.undoPayment',
  permission: 'invoices.undoPayment',
  input: invoiceUndoPayment,
  async run(ctx, { id, paymentId, reason }): Promise<InvoiceView> {
    const invoice = await lockOwnInvoice(ctx, id);
    const settlement = await settlementOf(ctx, id);
    if (settlement.creditedMinor > 0) throw new AppError('DOCUMENT_LOCKED');
    const payment = paymentId
      ? settlement.payments.find((each) => each.id === paymentId)
      : settlement.payments.at(-1);
    if (paymentId && !payment) throw notFound('Payment');
    if (!payment && invoice.status !== 'paid')
      throw refusedTransition(ctx, { ...invoice, ...settlement }, 'sent');
    if (payment) await reversePayment(ctx, payment, reason);
    const tx = await ctx.tx();
    await tx
      .update(invoices)
      .set({
        status: 'sent',
        paidAt: null,
        version: sql`${invoices.version} + 1`,
        updatedAt: laterThan(invoice.updatedAt, ctx.now),
      })
      .where(and(eq(invoices.tenantId, ctx.tenant.id), eq(invoices.id, id)));
    ctx.record({
      verb: 'invoice.payment_undone',
      subject: { type: 'invoice', id },
      contactId: invoice.contactId,
      before: { status: invoice.status, paidAt: invoice.paidAt?.toISOString() ?? null },
      after: { status: 'sent', paymentId: payment?.id ?? null, amountCents: payment?.amountMinor ?? 0 },
      reason,
    });
    return invoiceView(ctx, id);
  },
});
