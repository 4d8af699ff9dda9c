import { mutation, query, router } from '../../../kernel/trpc.ts';
import { createStudioInvoice } from './create-invoice.ts';
import { getStudioInvoice } from './get-invoice.ts';
import { listStudioInvoices } from './list-invoices.ts';
import { cancelStudioInvoice, removeStudioInvoice, sendStudioInvoice } from './move-invoice.ts';
import { payStudioInvoice } from './pay-invoice.ts';
import { makePayLink, revokePayLinks } from './pay-link.ts';
import { payPublicInvoice, publicInvoice } from './public-invoice.ts';
import { retryInvoicePayment } from './retry-payment.ts';
import { updateStudioInvoice } from './update-invoice.ts';

export const studioInvoicesRouter = router({
  list: query(listStudioInvoices),
  get: query(getStudioInvoice),
  create: mutation(createStudioInvoice),
  update: mutation(updateStudioInvoice),
  send: mutation(sendStudioInvoice),
  cancel: mutation(cancelStudioInvoice),
  remove: mutation(removeStudioInvoice),
  pay: mutation(payStudioInvoice),
  retryPayment: mutation(retryInvoicePayment),
});

/** What stands among the calls on invoices of every kind. */
export const payLinksRouter = router({
  payLink: mutation(makePayLink),
  revokePayLinks: mutation(revokePayLinks),
  public: query(publicInvoice),
  payPublic: mutation(payPublicInvoice),
});
