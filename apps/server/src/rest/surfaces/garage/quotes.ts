import { plainDate, uuid } from '@officina/contracts/fields';
import { decimalFromMinor, minorFromDecimal } from '@officina/contracts/money';
import {
  type DocumentLine,
  type InvoiceView,
  PAYMENT_METHODS,
  QUOTE_STATUSES,
  type QuoteView,
} from '@officina/contracts/sales';
import {
  decimalPrice,
  lineDescription,
  lineList,
  lineQuantity,
  notes,
  vatRate,
} from '@officina/contracts/sales-inputs';
import { z } from 'zod';
import { convertQuote } from '../../../domains/sales/quotes/convert-quote.ts';
import { createQuote } from '../../../domains/sales/quotes/create-quote.ts';
import { quotePdf } from '../../../domains/sales/quotes/quote-pdf.ts';
import { setQuoteStatus } from '../../../domains/sales/quotes/set-quote-status.ts';
import { fileRow, row } from '../../row.ts';
import { day, enveloped, id, moment, upperWord, upperWords } from './wire.ts';

const tag = 'Quotes';

const item = z
  .object({
    description: lineDescription,
    quantity: lineQuantity,
    unit_price: decimalPrice,
    vat_rate: vatRate.nullish(),
  })
  .transform(({ unit_price, vat_rate, ...line }) => ({
    ...line,
    unitPriceCents: minorFromDecimal(unit_price),
    vatRate: vat_rate,
  }));

const createBody = z
  .object({
    contact_id: uuid,
    vehicle_id: uuid.nullish(),
    valid_until: plainDate.nullish(),
    items: lineList(item),
    vat_rate: vatRate.nullish(),
    notes,
  })
  .transform((body) => ({
    contactId: body.contact_id,
    vehicleId: body.vehicle_id,
    validUntil: body.valid_until,
    lines: body.items,
    vatRate: body.vat_rate,
    notes: body.notes,
  }));

const statusBody = z
  .object({ status: upperWord(QUOTE_STATUSES), valid_until: plainDate.nullish() })
  .transform(({ status, valid_until }) => ({ status, validUntil: valid_until }));

const convertBody = z
  .object({ due_date: plainDate.nullish(), payment_method: upperWord(PAYMENT_METHODS).nullish() })
  .transform(({ due_date, payment_method }) => ({ dueDate: due_date, paymentMethod: payment_method }));

/** Rates per line are printed only where a line came with one of its own. */
const printItem = (line: DocumentLine, withRate: boolean) => ({
  description: line.description,
  quantity: line.quantity,
  unit_price: decimalFromMinor(line.unitPriceCents),
  ...(withRate && { vat_rate: line.vatRate }),
  total: decimalFromMinor(line.totalCents),
});

const printBreakdown = (quote: QuoteView) =>
  quote.vatBreakdown.map(({ rate, baseCents, vatCents }) => ({
    rate,
    base: decimalFromMinor(baseCents),
    vat: decimalFromMinor(vatCents),
  }));

const printQuote = (quote: QuoteView) => ({
  id: quote.id,
  quote_number: quote.number,
  contact_id: quote.contact.id,
  issue_date: quote.issueDate,
  valid_until: quote.validUntil,
  items: quote.lines.map((line) => printItem(line, quote.mixedRates)),
  subtotal: decimalFromMinor(quote.subtotalCents),
  vat_rate: quote.vatRate,
  vat_amount: decimalFromMinor(quote.vatCents),
  ...(quote.mixedRates && { vat_breakdown: printBreakdown(quote) }),
  total: decimalFromMinor(quote.totalCents),
  status: quote.status.toUpperCase(),
  created_at: quote.createdAt,
});

const money = z.number();
const itemShape = { description: z.string(), quantity: z.number(), unit_price: money, total: money };
const quoteShape = {
  id,
  quote_number: z.string(),
  contact_id: id,
  issue_date: day,
  valid_until: day,
  subtotal: money,
  vat_rate: z.number(),
  vat_amount: money,
  total: money,
  status: z.literal('DRAFT'),
  created_at: moment,
};
const mixedShape = {
  items: z.array(z.strictObject({ ...itemShape, vat_rate: z.number() })),
  vat_breakdown: z.array(z.strictObject({ rate: z.number(), base: money, vat: money })),
};

const printConverted = (invoice: InvoiceView) => ({
  id: invoice.id,
  invoice_number: invoice.number,
  quote_id: invoice.quote?.id,
  contact_id: invoice.contact.id,
  issue_date: invoice.issueDate,
  due_date: invoice.dueDate,
  total: decimalFromMinor(invoice.totalCents),
  status: invoice.status.toUpperCase(),
  payment_method: invoice.paymentMethod?.toUpperCase() ?? null,
});

const convertedShape = z.strictObject({
  id,
  invoice_number: z.string(),
  quote_id: id,
  contact_id: id,
  issue_date: day,
  due_date: day,
  total: money,
  status: z.literal('SENT'),
  payment_method: upperWords(PAYMENT_METHODS).nullable(),
});

export const quoteRows = [
  row({
    method: 'POST',
    path: '/quotes',
    summary: 'Create a quote',
    tag,
    operation: createQuote,
    body: createBody,
    fields: { vehicleId: 'vehicle_id', validUntil: 'valid_until', lines: 'items' },
    status: 201,
    answer: 'data',
    present: (quote) => ({ data: printQuote(quote) }),
    response: enveloped(
      z.union([
        z.strictObject({ ...quoteShape, items: z.array(z.strictObject(itemShape)) }),
        z.strictObject({ ...quoteShape, ...mixedShape }),
      ]),
    ),
  }),
  row({
    method: 'PATCH',
    path: '/quotes/:id/status',
    summary: 'Send, accept, reject or renew a quote',
    tag,
    operation: setQuoteStatus,
    body: statusBody,
    fields: { validUntil: 'valid_until' },
    answer: 'data',
    present: ({ id: quoteId, status, updatedAt }) => ({
      data: { id: quoteId, status: status.toUpperCase(), updated_at: updatedAt },
    }),
    response: enveloped(z.strictObject({ id, status: upperWords(QUOTE_STATUSES), updated_at: moment })),
  }),
  row({
    method: 'POST',
    path: '/quotes/:id/convert',
    summary: 'Convert a quote to an invoice',
    tag,
    operation: convertQuote,
    body: convertBody,
    fields: { dueDate: 'due_date' },
    status: 201,
    answer: 'data',
    present: (invoice) => ({ data: { invoice: printConverted(invoice) } }),
    response: enveloped(z.strictObject({ invoice: convertedShape })),
  }),
  fileRow({
    method: 'GET',
    path: '/quotes/:id/pdf',
    summary: 'Download a quote as PDF',
    tag,
    operation: quotePdf,
    answer: 'file',
    contentTypes: ['application/pdf'],
  }),
];
