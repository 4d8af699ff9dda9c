import { INVOICE_STATES } from '@officina/contracts/sales';
import { studioInvoiceCreate, studioInvoicePage } from '@officina/contracts/studio-inputs';
import { z } from 'zod';
import { createStudioInvoice } from '../../../domains/studio/invoices/create-invoice.ts';
import { studioInvoicePdf } from '../../../domains/studio/invoices/invoice-pdf.ts';
import { printInvoice } from '../../../domains/studio/invoices/invoice-row.ts';
import { pageStudioInvoices } from '../../../domains/studio/invoices/page-invoices.ts';
import { fileRow, type RestRow, row } from '../../row.ts';
import { keyFailures } from './dialect.ts';
import { dataOf, day, id, moment, offsetPage, pageOf, printPage, queryWord } from './wire.ts';

const money = z.number();

const invoice = z.strictObject({
  id,
  invoice_number: z.string().regex(/^INV-\d{6,}$/),
  client_id: id,
  project_id: id.nullable(),
  status: z.enum(INVOICE_STATES),
  items: z.array(
    z.strictObject({ description: z.string(), quantity: z.number(), rate: z.number(), amount: money }),
  ),
  subtotal: money,
  tax_rate: z.number(),
  tax_amount: money,
  discount: money,
  total: money,
  currency: z.string(),
  notes: z.string().nullable(),
  issued_date: day.nullable(),
  due_date: day.nullable(),
  paid_at: moment.nullable(),
  created_at: moment,
  updated_at: moment,
  clients: z.strictObject({ name: z.string(), email: z.string().nullable() }),
});

const { clientId, projectId, taxRate, dueDate, ...plain } = studioInvoiceCreate.shape;

const body = z
  .object({
    client_id: clientId,
    project_id: projectId,
    ...plain,
    tax_rate: taxRate,
    due_date: dueDate,
  })
  .transform(({ client_id, project_id, tax_rate, due_date, ...rest }) => ({
    clientId: client_id,
    projectId: project_id,
    taxRate: tax_rate,
    dueDate: due_date,
    ...rest,
  }));

const query = z
  .object({
    status: queryWord,
    client_id: queryWord.pipe(studioInvoicePage.shape.clientId),
    ...offsetPage,
  })
  .transform(({ client_id, ...rest }) => ({ clientId: client_id, ...rest }));

const common = { tag: 'Invoices', credential: 'apiKey', failures: keyFailures } as const;

export const invoiceRows: RestRow[] = [
  row({
    ...common,
    method: 'GET',
    path: '/v1/invoices',
    summary: 'Invoices, newest first',
    operation: pageStudioInvoices,
    query,
    answer: 'bare',
    present: (page) => printPage(page, printInvoice),
    response: pageOf(invoice),
  }),
  row({
    ...common,
    method: 'POST',
    path: '/v1/invoices',
    summary: 'Create an invoice',
    operation: createStudioInvoice,
    body,
    fields: { clientId: 'client_id', projectId: 'project_id', taxRate: 'tax_rate', dueDate: 'due_date' },
    idempotent: true,
    status: 201,
    answer: 'bare',
    present: (view) => ({ data: { data: printInvoice(view) } }),
    response: dataOf(invoice),
  }),
  fileRow({
    method: 'GET',
    path: '/invoices/studio/:id/pdf',
    summary: 'Download an invoice as PDF, signed in',
    tag: 'Invoices',
    operation: studioInvoicePdf,
    answer: 'file',
    contentTypes: ['application/pdf'],
  }),
];
