import {
  INVOICE_KINDS,
  INVOICE_STATUSES,
  type InvoiceKind,
  type InvoiceStatus,
  LINE_KINDS,
  type LineKind,
  NUMBER_SERIES,
  type NumberSeries,
  PAYMENT_METHODS,
  type PaymentMethod,
  QUOTE_STATUSES,
  type QuoteStatus,
  type VatLine,
} from '@officina/contracts/sales';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  createdAt,
  deletedAt,
  moment,
  oneOf,
  rowId,
  tenantId,
  updatedAt,
  version,
  words,
} from './columns.ts';
import { contacts } from './contacts.ts';
import { documents } from './documents.ts';
import { type LegalTexts, type PostalAddress, tenants } from './tenancy.ts';
import { vehicles } from './vehicles.ts';

/** The firm, and the terms on which it sells, as they were when a document was issued. */
export interface SellerSnapshot {
  companyName: string;
  legalForm?: string | null;
  capital?: string | null;
  siret?: string | null;
  vatNumber?: string | null;
  rcs?: string | null;
  address?: PostalAddress | null;
  phone?: string | null;
  email?: string | null;
  website?: string | null;
  iban?: string | null;
  bic?: string | null;
  /** True when the document charges no VAT because the firm is exempt. */
  vatExempt?: boolean;
  legalTexts?: LegalTexts;
  logoDocumentId?: string | null;
  /** BCP 47 tag of the language in which the document is printed. */
  locale?: string;
  /** How payment was agreed, as printed; the invoice's own column follows what was really paid. */
  paymentMethod?: PaymentMethod | null;
}

/** The customer and their vehicle as they were when a document was issued. */
export interface BuyerSnapshot {
  name: string;
  company?: string | null;
  /** Owes the recovery indemnity when late. */
  isBusiness?: boolean;
  address?: PostalAddress | null;
  phone?: string | null;
  email?: string | null;
  vehicle?: { licensePlate: string; make: string; model: string; mileage: number | null } | null;
}

/** Last number given per series and year: raised in the transaction that inserts the document, so without gaps. */
export const numberCounters = pgTable(
  'number_counters',
  {
    tenantId: tenantId().references(() => tenants.id),
    series: words<NumberSeries>('series').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.series, t.year] }),
    oneOf('number_counters_series', t.series, NUMBER_SERIES),
  ],
);

/** Sums of a document can exceed an int; lines cannot (their inputs are bounded). */
const sum = (name: string) => bigint(name, { mode: 'number' }).notNull();
const rate = (name: string) => numeric(name, { precision: 5, scale: 2, mode: 'number' });

export const quotes = pgTable(
  'quotes',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    number: text('number').notNull(),
    numberYear: integer('number_year').notNull(),
    numberSeq: integer('number_seq').notNull(),
    contactId: uuid('contact_id').notNull(),
    vehicleId: uuid('vehicle_id'),
    status: words<QuoteStatus>('status').notNull().default('draft'),
    issueDate: date('issue_date', { mode: 'string' }).notNull(),
    validUntil: date('valid_until', { mode: 'string' }).notNull(),
    vatRate: rate('vat_rate').notNull(),
    /** True when a line carries a rate of its own: surfaces then print rates per line. */
    mixedRates: boolean('mixed_rates').notNull().default(false),
    notes: text('notes'),
    currency: text('currency').notNull(),
    subtotalMinor: sum('subtotal_minor'),
    vatMinor: sum('vat_minor'),
    totalMinor: sum('total_minor'),
    vatBreakdown: jsonb('vat_breakdown').$type<VatLine[]>().notNull(),
    sentAt: moment('sent_at'),
    acceptedAt: moment('accepted_at'),
    rejectedAt: moment('rejected_at'),
    rejectionReason: text('rejection_reason'),
    answeredBy: text('answered_by'),
    /** SHA-256 of the token of the client's link; a new sending replaces it. */
    publicTokenHash: text('public_token_hash'),
    createdBy: uuid('created_by'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'quotes_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    foreignKey({
      name: 'quotes_vehicle_fk',
      columns: [t.tenantId, t.vehicleId],
      foreignColumns: [vehicles.tenantId, vehicles.id],
    }),
    uniqueIndex('quotes_number_unique').on(t.tenantId, t.number),
    uniqueIndex('quotes_token_unique').on(t.tenantId, t.publicTokenHash),
    index('quotes_order').on(t.tenantId, t.issueDate, t.numberSeq, t.id).where(sql`deleted_at is null`),
    index('quotes_status').on(t.tenantId, t.status, t.validUntil, t.id).where(sql`deleted_at is null`),
    index('quotes_contact').on(t.tenantId, t.contactId, t.issueDate, t.id).where(sql`deleted_at is null`),
    index('quotes_vehicle').on(t.tenantId, t.vehicleId).where(sql`vehicle_id is not null`),
    oneOf('quotes_status_word', t.status, QUOTE_STATUSES),
  ],
);

export const quoteLines = pgTable(
  'quote_lines',
  {
    tenantId: tenantId(),
    quoteId: uuid('quote_id').notNull(),
    position: integer('position').notNull(),
    kind: words<LineKind>('kind').notNull().default('other'),
    description: text('description').notNull(),
    quantity: numeric('quantity', { precision: 9, scale: 3, mode: 'number' }).notNull(),
    unitPriceMinor: integer('unit_price_minor').notNull(),
    vatRate: rate('vat_rate').notNull(),
    totalMinor: sum('total_minor'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.quoteId, t.position] }),
    foreignKey({
      name: 'quote_lines_quote_fk',
      columns: [t.tenantId, t.quoteId],
      foreignColumns: [quotes.tenantId, quotes.id],
    }).onDelete('cascade'),
    oneOf('quote_lines_kind', t.kind, LINE_KINDS),
  ],
);

export const invoices = pgTable(
  'invoices',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    kind: words<InvoiceKind>('kind').notNull().default('invoice'),
    series: words<NumberSeries>('series').notNull().default('invoice'),
    number: text('number'),
    numberYear: integer('number_year'),
    numberSeq: integer('number_seq'),
    quoteId: uuid('quote_id'),
    creditedInvoiceId: uuid('credited_invoice_id'),
    contactId: uuid('contact_id').notNull(),
    vehicleId: uuid('vehicle_id'),
    status: words<InvoiceStatus>('status').notNull().default('draft'),
    issueDate: date('issue_date', { mode: 'string' }).notNull(),
    /** Null where payment was agreed without one: never overdue. */
    dueDate: date('due_date', { mode: 'string' }),
    vatRate: rate('vat_rate').notNull(),
    mixedRates: boolean('mixed_rates').notNull().default(false),
    notes: text('notes'),
    currency: text('currency').notNull(),
    subtotalMinor: sum('subtotal_minor'),
    vatMinor: sum('vat_minor'),
    totalMinor: sum('total_minor'),
    vatBreakdown: jsonb('vat_breakdown').$type<VatLine[]>().notNull(),
    paymentMethod: words<PaymentMethod>('payment_method'),
    paidAt: moment('paid_at'),
    /** Seller and buyer as they were when the invoice was issued: the invoice is printed from these for ever. */
    sellerSnapshot: jsonb('seller_snapshot').$type<SellerSnapshot>(),
    buyerSnapshot: jsonb('buyer_snapshot').$type<BuyerSnapshot>(),
    documentId: uuid('document_id'),
    createdBy: uuid('created_by'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'invoices_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    foreignKey({
      name: 'invoices_quote_fk',
      columns: [t.tenantId, t.quoteId],
      foreignColumns: [quotes.tenantId, quotes.id],
    }),
    foreignKey({
      name: 'invoices_vehicle_fk',
      columns: [t.tenantId, t.vehicleId],
      foreignColumns: [vehicles.tenantId, vehicles.id],
    }),
    foreignKey({
      name: 'invoices_credited_fk',
      columns: [t.tenantId, t.creditedInvoiceId],
      foreignColumns: [t.tenantId, t.id],
    }),
    foreignKey({
      name: 'invoices_document_fk',
      columns: [t.tenantId, t.documentId],
      foreignColumns: [documents.tenantId, documents.id],
    }),
    uniqueIndex('invoices_number_unique').on(t.tenantId, t.series, t.number),
    uniqueIndex('invoices_quote_unique').on(t.tenantId, t.quoteId),
    index('invoices_order').on(t.tenantId, t.issueDate, t.numberSeq, t.id),
    index('invoices_status').on(t.tenantId, t.status, t.dueDate, t.id),
    index('invoices_created').on(t.tenantId, t.createdAt, t.id).where(sql`kind <> 'credit_note'`),
    index('invoices_due').on(t.tenantId, sql`coalesce(due_date, '9999-12-31'::date)`, t.id),
    index('invoices_contact').on(t.tenantId, t.contactId, t.issueDate, t.id),
    index('invoices_vehicle').on(t.tenantId, t.vehicleId).where(sql`vehicle_id is not null`),
    index('invoices_credited')
      .on(t.tenantId, t.creditedInvoiceId)
      .where(sql`credited_invoice_id is not null`),
    index('invoices_credit_notes')
      .on(t.tenantId, t.issueDate, t.numberSeq, t.id)
      .where(sql`kind = 'credit_note'`),
    index('invoices_studio').on(t.tenantId, t.createdAt, t.id).where(sql`kind = 'studio'`),
    index('invoices_paid').on(t.tenantId, t.paidAt).where(sql`status = 'paid'`),
    oneOf('invoices_kind', t.kind, INVOICE_KINDS),
    oneOf('invoices_series', t.series, NUMBER_SERIES),
    oneOf('invoices_status_word', t.status, INVOICE_STATUSES),
    oneOf('invoices_method', t.paymentMethod, PAYMENT_METHODS),
    check(
      'invoices_issued_complete',
      sql`kind not in ('invoice', 'credit_note') or status not in ('sent', 'paid')
        or (number is not null and seller_snapshot is not null and buyer_snapshot is not null)`,
    ),
    check('invoices_due_known', sql`due_date is not null or series in ('portal', 'studio')`),
  ],
);

export const invoiceLines = pgTable(
  'invoice_lines',
  {
    tenantId: tenantId(),
    invoiceId: uuid('invoice_id').notNull(),
    position: integer('position').notNull(),
    kind: words<LineKind>('kind').notNull().default('other'),
    description: text('description').notNull(),
    quantity: numeric('quantity', { precision: 9, scale: 3, mode: 'number' }).notNull(),
    unitPriceMinor: bigint('unit_price_minor', { mode: 'number' }).notNull(),
    vatRate: rate('vat_rate').notNull(),
    totalMinor: sum('total_minor'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.invoiceId, t.position] }),
    foreignKey({
      name: 'invoice_lines_invoice_fk',
      columns: [t.tenantId, t.invoiceId],
      foreignColumns: [invoices.tenantId, invoices.id],
    }).onDelete('cascade'),
    oneOf('invoice_lines_kind', t.kind, LINE_KINDS),
  ],
);
