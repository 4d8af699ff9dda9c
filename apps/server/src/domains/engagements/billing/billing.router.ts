import { mutation, query, router } from '../../../kernel/trpc.ts';
import { createPortalInvoice } from './create-invoice.ts';
import { getPortalInvoice } from './get-invoice.ts';
import { listPortalInvoices } from './invoice-reads.ts';
import { payPortalInvoice } from './pay-invoice.ts';
import { updateBilling } from './update-billing.ts';
import { updatePortalInvoice } from './update-invoice.ts';

export const billingRouter = router({
  createInvoice: mutation(createPortalInvoice),
  invoice: query(getPortalInvoice),
  invoices: query(listPortalInvoices),
  pay: mutation(payPortalInvoice),
  updateEngagement: mutation(updateBilling),
  updateInvoice: mutation(updatePortalInvoice),
});
