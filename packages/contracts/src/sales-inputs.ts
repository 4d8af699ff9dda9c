import { z } from 'zod';
import { expectedVersion, keyset, optionalText, plainDate, requiredText, timestamp, uuid } from './fields.ts';
import { decimalsOf } from './money.ts';
import {
  INVOICE_LIST_KINDS,
  INVOICE_SORTS,
  INVOICE_STATES,
  INVOICE_STATUSES,
  LINE_KINDS,
  PAYMENT_METHODS,
  QUOTE_ANSWERS,
  QUOTE_STATES,
  QUOTE_STATUSES,
} from './sales.ts';

const number = z.number({ error: 'Must be a number' });
const decimals = (places: number) => (value: number) => decimalsOf(value) <= places;

export const lineDescription = requiredText(500);
export const lineQuantity = number
  .positive('Must be greater than 0')
  .max(999_999.999, 'Must be at most 999999.999')
  .refine(decimals(3), 'At most 3 decimals');
/** Percent. */
export const vatRate = number
  .min(0, 'Must be at least 0')
  .max(100, 'Must be at most 100')
  .refine(decimals(2), 'At most 2 decimals');
/** Price in decimals of the currency, as REST surfaces take it. */
export const decimalPrice = number
  .min(0, 'Must be at least 0')
  .max(9_999_999.99, 'Must be at most 9999999.99')
  .refine(decimals(2), 'At most 2 decimals');
export const notes = optionalText(2000);
export const paymentMethod = z.enum(PAYMENT_METHODS, {
  error: `Must be one of ${PAYMENT_METHODS.join(', ')}`,
});
const cents = z.int({ error: 'Must be a whole number of cents' });

/** 1 to 200 lines of a document. */
export const lineList = <S extends z.ZodType>(line: S) =>
  z.array(line, { error: 'Required' }).min(1, 'At least one line').max(200, 'At most 200 lines');

/** A line; without a rate of its own it takes the document's. Prices exclude VAT. */
const line = z.object({
  description: lineDescription,
  quantity: lineQuantity,
  unitPriceCents: cents.min(0, 'Must be at least 0').max(999_999_999, 'Must be at most 999999999'),
  vatRate: vatRate.nullish(),
  kind: z.enum(LINE_KINDS).default('other'),
});
export type LineInput = z.output<typeof line>;
const lines = lineList(line);

export const quoteCreate = z.object({
  contactId: uuid,
  vehicleId: uuid.nullish(),
  validUntil: plainDate.nullish(),
  lines,
  vatRate: vatRate.nullish(),
  notes,
});

/** Absent leaves a field alone; lines are replaced whole. `reopen` takes a sent quote back to draft. */
export const quoteUpdate = z.object({
  id: z.string(),
  version: expectedVersion,
  reopen: z.boolean().default(false),
  contactId: uuid.optional(),
  vehicleId: uuid.nullish(),
  validUntil: plainDate.optional(),
  lines: lines.optional(),
  vatRate: vatRate.optional(),
  notes,
});

/** What an editor holds while somebody writes: anything may still be missing. */
const preview = {
  /** The saved document that is being edited, if there is one. */
  id: uuid.nullish(),
  contactId: uuid.nullish(),
  vehicleId: uuid.nullish(),
  lines: z
    .array(line.extend({ description: z.string().max(500) }))
    .max(200)
    .default([]),
  vatRate: vatRate.nullish(),
  notes,
};
export const quotePreview = z.object({ ...preview, validUntil: plainDate.nullish() });
export const invoicePreview = z.object({ ...preview, dueDate: plainDate.nullish() });

const reason = optionalText(500);

export const quoteSetStatus = z.object({
  id: z.string(),
  status: z.enum(QUOTE_STATUSES),
  /** With `sent` only: the new end of an expired quote, not before today. */
  validUntil: plainDate.nullish(),
  /** With `rejected` only. */
  reason,
});

export const quoteConvert = z.object({
  id: z.string(),
  dueDate: plainDate.nullish(),
  paymentMethod: paymentMethod.nullish(),
});

/** How a document is mailed; what is left out comes from the contact and the standard wording. */
const sending = {
  id: z.string(),
  channel: z.enum(['email', 'whatsapp']),
  to: z.string().trim().max(255).nullish(),
  subject: optionalText(255),
  body: optionalText(20_000),
};
export const quoteSend = z.object(sending);
export const invoiceRemind = z.object(sending);

const token = z.string().max(200);
export const quoteToken = z.object({ token });
export const quoteAnswer = z.object({
  token,
  answer: z.enum(QUOTE_ANSWERS),
  /** Typed by the client, in place of a signature. */
  name: requiredText(200),
  reason: optionalText(1000),
});

const documentFilters = {
  contactId: uuid.optional(),
  search: z.string().max(200).optional(),
  /** Issue dates, both inclusive. */
  from: plainDate.optional(),
  to: plainDate.optional(),
};

export const quoteFilters = z.object({ ...documentFilters, status: z.enum(QUOTE_STATES).optional() });
export const quoteList = quoteFilters.extend(keyset);

export const invoiceFilters = z.object({
  ...documentFilters,
  status: z.enum(INVOICE_STATES).optional(),
  /** Credit notes stand in a list of their own. */
  kind: z.enum(INVOICE_LIST_KINDS).default('invoice'),
});

export const invoiceList = invoiceFilters.extend({
  ...keyset,
  sort: z.enum(INVOICE_SORTS).default('issueDate'),
  dir: z.enum(['asc', 'desc']).default('desc'),
});

/** A numbered page of invoices without credit notes, as REST surfaces that print totals want it. */
export const invoicePage = z.object({
  page: z.int().min(1),
  limit: z.int().min(1).max(100),
  status: z.enum(INVOICE_STATES).optional(),
  from: plainDate.optional(),
  to: plainDate.optional(),
});

export const invoiceCreate = z.object({
  contactId: uuid,
  vehicleId: uuid.nullish(),
  lines,
  vatRate: vatRate.nullish(),
  dueDate: plainDate.nullish(),
  notes,
});

/** Drafts only. Absent leaves a field alone; lines are replaced whole. */
export const invoiceUpdate = z.object({
  id: z.string(),
  version: expectedVersion,
  contactId: uuid.optional(),
  vehicleId: uuid.nullish(),
  lines: lines.optional(),
  vatRate: vatRate.optional(),
  dueDate: plainDate.optional(),
  notes,
});

export const invoiceSetStatus = z.object({
  id: z.string(),
  status: z.enum(INVOICE_STATUSES),
  /** With `paid` only. */
  paymentMethod: paymentMethod.nullish(),
  /** With `paid` only; now when left out. */
  paidAt: timestamp.nullish(),
  /** With `cancelled` only: printed on the credit note. */
  reason,
});

export const invoiceRecordPayment = z.object({
  id: z.string(),
  amountCents: cents.min(1, 'Must be greater than 0'),
  method: paymentMethod,
  paidAt: timestamp.nullish(),
});

const spelledReason = requiredText(500).min(3, 'Must be at least 3 characters');

export const invoiceUndoPayment = z.object({
  id: z.string(),
  /** One payment of several; the last one when left out. */
  paymentId: uuid.nullish(),
  reason: spelledReason,
});

export const invoiceCredit = z.object({
  id: z.string(),
  /** What is credited; everything when left out. */
  lines: lines.optional(),
  reason: spelledReason,
});
