import type { InvoiceView } from '@officina/contracts/sales';
import { invoiceRecordPayment } from '@officina/contracts/sales-inputs';
import { write } from '../../../kernel/operation.ts';
import { invoiceView } from './invoice-reads.ts';
import { refusedTransition } from './invoice-state.ts';
import { lockOwnInvoice, settlementOf } from './load-invoice.ts';
import { paymentMoment, settleInvoice } from './settle-invoice.ts';

/** Records a part or all of what is open on an issued invoice; more is a VALIDATION_ERROR on `amountCents`. */
export const recordInvoicePayment = write({
  name: 'invoices.recordPayment',
  permission: 'invoices.edit',
  input: invoiceRecordPayment,
  async run(ctx, { id, amountCents, method, paidAt }): Promise<InvoiceView> {
    const moment = paymentMoment(ctx, paidAt);
    const invoice = await lockOwnInvoice(ctx, id);
    if (invoice.status !== 'sent') {
      throw refusedTransition(ctx, { ...invoice, ...(await settlementOf(ctx, id)) }, 'paid');
    }
    await settleInvoice(ctx, invoice, { amountMinor: amountCents, method, paidAt: moment });
    return invoiceView(ctx, id);
  },
});
