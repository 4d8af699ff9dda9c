import type { InvoiceView } from '@officina/contracts/sales';
import { invoiceSetStatus } from '@officina/contracts/sales-inputs';
import type { output } from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { cancelInvoice } from './cancel-invoice.ts';
import { invoiceView } from './invoice-reads.ts';
import { reachable, refusedTransition } from './invoice-state.ts';
import { issueInvoice } from './issue-invoice.ts';
import { lockOwnInvoice, settlementOf } from './load-invoice.ts';
import { paymentMoment, settleInvoice } from './settle-invoice.ts';

function checkInput({ status, paymentMethod, paidAt, reason }: output<typeof invoiceSetStatus>): void {
  const faults = [];
  if (paymentMethod && status !== 'paid') faults.push({ field: 'paymentMethod', message: 'Only with PAID' });
  if (paidAt && status !== 'paid') faults.push({ field: 'paidAt', message: 'Only with PAID' });
  if (reason && status !== 'cancelled') faults.push({ field: 'reason', message: 'Only with CANCELLED' });
  if (faults.length) throw invalid(...faults);
}

/**
 * Issues a draft (`sent`), records the payment of all that is open (`paid`), or cancels. Asking for the status that an
 * invoice has changes nothing. Credit notes and invoices of other surfaces are DOCUMENT_LOCKED.
 */
export const setInvoiceStatus = write({
  name: 'invoices.setStatus',
  permission: 'invoices.edit',
  input: invoiceSetStatus,
  async run(ctx, input): Promise<InvoiceView> {
    checkInput(input);
    const { id, status } = input;
    const paidAt = paymentMoment(ctx, input.paidAt);
    const invoice = await lockOwnInvoice(ctx, id);
    if (invoice.status === status) return invoiceView(ctx, id);
    const facts = { ...invoice, ...(await settlementOf(ctx, id)) };
    if (!reachable(ctx, facts).includes(status)) throw refusedTransition(ctx, facts, status);
    if (status === 'paid') {
      const method = input.paymentMethod ?? invoice.paymentMethod;
      if (!method) throw invalid({ field: 'paymentMethod', message: 'Required' });
      await settleInvoice(ctx, invoice, { method, paidAt });
    } else if (status === 'cancelled') await cancelInvoice(ctx, invoice, input.reason ?? null);
    else await issueInvoice(ctx, invoice);
    return invoiceView(ctx, id);
  },
});
