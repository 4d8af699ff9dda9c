import { many } from '../../../kernel/many.ts';
import { mutation, query, router } from '../../../kernel/trpc.ts';
import { composeInvoiceMessage } from './compose-invoice-message.ts';
import { createInvoice } from './create-invoice.ts';
import { creditInvoice } from './credit-invoice.ts';
import { deleteInvoice } from './delete-invoice.ts';
import { listInvoices, matchInvoices } from './invoice-list.ts';
import { getInvoice } from './invoice-reads.ts';
import { previewInvoice } from './preview-invoice.ts';
import { recordInvoicePayment } from './record-payment.ts';
import { remindInvoice } from './remind-invoice.ts';
import { setInvoiceStatus } from './set-invoice-status.ts';
import { undoInvoicePayment } from './undo-invoice-payment.ts';
import { updateInvoice } from './update-invoice.ts';

export const invoicesRouter = router({
  list: query(listInvoices),
  get: query(getInvoice),
  create: mutation(createInvoice),
  update: mutation(updateInvoice),
  delete: mutation(deleteInvoice),
  setStatus: mutation(setInvoiceStatus),
  recordPayment: mutation(recordInvoicePayment),
  undoPayment: mutation(undoInvoicePayment),
  credit: mutation(creditInvoice),
  message: query(composeInvoiceMessage),
  remind: mutation(remindInvoice),
  matches: query(matchInvoices),
  remindMany: mutation(many(remindInvoice)),
  setStatusMany: mutation(many(setInvoiceStatus)),
  // A read, but what an editor holds is too long for a query string.
  preview: mutation(previewInvoice),
});
