import { plainDate, timestamp } from '@officina/contracts/fields';
import { decimalFromMinor } from '@officina/contracts/money';
import {
  INVOICE_STATES,
  INVOICE_STATUSES,
  type InvoiceListItem,
  type InvoiceView,
  PAYMENT_METHODS,
} from '@officina/contracts/sales';
import { z } from 'zod';
import { pageInvoices } from '../../../domains/sales/invoices/invoice-list.ts';
import { invoicePdf } from '../../../domains/sales/invoices/invoice-pdf.ts';
import { setInvoiceStatus } from '../../../domains/sales/invoices/set-invoice-status.ts';
import { fileRow, row } from '../../row.ts';
import {
  day,
  enveloped,
  id,
  moment,
  named,
  paged,
  pageQuery,
  paginationOf,
  upperWord,
  upperWords,
} from './wire.ts';

const tag = 'Invoices';

const listQuery = z
  .object({
    ...pageQuery,
    status: upperWord(INVOICE_STATES).optional(),
    from_date: plainDate.optional(),
    to_date: plainDate.optional(),
  })
  .refine(({ from_date, to_date }) => !from_date || !to_date || from_date <= to_date, {
    path: ['from_date'],
    message: 'Must not be after to_date',
  })
  .transform(({ from_date, to_date, ...rest }) => ({ ...rest, from: from_date, to: to_date }));

const statusBody = z
  .object({
    status: upperWord(INVOICE_STATUSES),
    payment_method: upperWord(PAYMENT_METHODS).nullish(),
    paid_at: timestamp.nullish(),
  })
  .transform(({ status, payment_method, paid_at }) => ({
    status,
    paymentMethod: payment_method,
    paidAt: paid_at,
  }));

const printItem = (invoice: InvoiceListItem) => ({
  id: invoice.id,
  invoice_number: invoice.number,
  contact: invoice.contact,
  issue_date: invoice.issueDate,
  due_date: invoice.dueDate,
  total: decimalFromMinor(invoice.totalCents),
  status: invoice.status.toUpperCase(),
  days_overdue: invoice.daysOverdue,
});

const itemShape = z.strictObject({
  id,
  invoice_number: z.string().nullable(),
  contact: named,
  issue_date: day,
  due_date: day.nullable(),
  total: z.number(),
  status: upperWords(INVOICE_STATES),
  days_overdue: z.int(),
});

/** The stored word: what was asked for is what comes back, also when the invoice is overdue by now. */
const storedStatus = ({ status }: InvoiceView) => (status === 'overdue' ? 'SENT' : status.toUpperCase());

export const invoiceRows = [
  row({
    method: 'GET',
    path: '/invoices',
    summary: 'List invoices with filters',
    tag,
    operation: pageInvoices,
    query: listQuery,
    answer: 'data',
    present: (page) => ({ data: page.items.map(printItem), beside: { pagination: paginationOf(page) } }),
    response: paged(itemShape),
  }),
  row({
    method: 'PATCH',
    path: '/invoices/:id/status',
    summary: 'Issue an invoice, mark it as paid or cancel it',
    tag,
    operation: setInvoiceStatus,
    body: statusBody,
    fields: { paymentMethod: 'payment_method', paidAt: 'paid_at' },
    answer: 'data',
    present: (invoice) => ({
      data: {
        id: invoice.id,
        status: storedStatus(invoice),
        payment_method: invoice.paymentMethod?.toUpperCase() ?? null,
        paid_at: invoice.paidAt,
        updated_at: invoice.updatedAt,
      },
    }),
    response: enveloped(
      z.strictObject({
        id,
        status: upperWords(INVOICE_STATUSES),
        payment_method: upperWords(PAYMENT_METHODS).nullable(),
        paid_at: moment.nullable(),
        updated_at: moment,
      }),
    ),
  }),
  fileRow({
    method: 'GET',
    path: '/invoices/:id/pdf',
    summary: 'Download an invoice as PDF',
    tag,
    operation: invoicePdf,
    answer: 'file',
    contentTypes: ['application/pdf'],
  }),
];
