import type { PortalInvoice } from '@officina/contracts/portal-invoices';
import {
  portalInvoiceCreate,
  portalInvoicePage,
  portalInvoicePatch,
} from '@officina/contracts/portal-invoices-inputs';
import { z } from 'zod';
import { createPortalInvoice } from '../../../domains/engagements/billing/create-invoice.ts';
import { portalInvoicePdf } from '../../../domains/engagements/billing/invoice-pdf.ts';
import { pagePortalInvoices } from '../../../domains/engagements/billing/invoice-reads.ts';
import { updatePortalInvoice } from '../../../domains/engagements/billing/update-invoice.ts';
import { fileRow, row } from '../../row.ts';
import { portalFailures } from './dialect.ts';
import { clampedLimit, dayMoment, id, moment, okayItem, okayItems, only } from './wire.ts';

const tag = 'Billing';

const invoice = z.strictObject({
  id,
  orgId: id,
  engagementId: id.nullable(),
  scopeProposalId: id.nullable(),
  invoiceNumber: z.string().nullable(),
  /** Not there for clients. */
  internalNote: z.string().nullable().optional(),
  issueDate: dayMoment.nullable(),
  dueDate: dayMoment.nullable(),
  paidAt: moment.nullable(),
  referencePO: z.string().nullable(),
  currency: z.string(),
  amountEUR: z.int().nullable(),
  createdAt: moment,
  updatedAt: moment,
});
const listed = invoice.extend({
  engagement: z.strictObject({ id, title: z.string(), procurementRef: z.string().nullable() }).nullable(),
});

/** Without the note the key is absent, which JSON makes of what is undefined. */
const keyed = (view: PortalInvoice) => ({ internalNote: undefined, ...view });
const cutItem = only(invoice);
const cutListed = only(listed);
const item = (view: PortalInvoice) => cutItem(keyed(view));
const listItem = (view: PortalInvoice) => cutListed(keyed(view));

export const invoiceRows = [
  row({
    method: 'GET',
    path: '/portal/billing/invoices',
    summary: 'Invoices, the newest first; clients see those of their organisation',
    tag,
    operation: pagePortalInvoices,
    query: z.object({ limit: clampedLimit(200), before: portalInvoicePage.shape.before }),
    answer: 'data',
    present: (items) => ({ data: undefined, beside: { items: items.map(listItem) } }),
    response: okayItems(listed),
  }),
  row({
    method: 'POST',
    path: '/portal/billing/invoices',
    summary: 'Bill an engagement',
    tag,
    operation: createPortalInvoice,
    body: portalInvoiceCreate,
    status: 201,
    answer: 'data',
    present: (view) => ({ data: item(view) }),
    response: okayItem(invoice),
  }),
  row({
    method: 'PATCH',
    path: '/portal/billing/invoices/:id',
    summary: 'Change an invoice, or mark it paid',
    tag,
    operation: updatePortalInvoice,
    body: portalInvoicePatch,
    answer: 'data',
    present: (view) => ({ data: item(view) }),
    response: okayItem(invoice),
    failures: portalFailures({ NOT_FOUND: [400, 'Not found'] }),
  }),
  fileRow({
    method: 'GET',
    path: '/portal/billing/invoices/:id/pdf',
    summary: 'Download an invoice as PDF',
    tag,
    operation: portalInvoicePdf,
    answer: 'file',
    contentTypes: ['application/pdf'],
  }),
];
