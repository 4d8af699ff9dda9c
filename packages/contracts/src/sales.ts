export const QUOTE_STATUSES = ['draft', 'sent', 'accepted', 'rejected'] as const;
export type QuoteStatus = (typeof QUOTE_STATUSES)[number];
/** `expired` is derived from `sent` and the business day, never stored. */
export const QUOTE_STATES = ['draft', 'sent', 'expired', 'accepted', 'rejected'] as const;
export type QuoteState = (typeof QUOTE_STATES)[number];

export const INVOICE_KINDS = ['invoice', 'credit_note', 'engagement', 'studio'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];
export const INVOICE_STATUSES = ['draft', 'sent', 'paid', 'cancelled'] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];
/** `overdue` is derived from `sent` and the business day, never stored. */
export const INVOICE_STATES = ['draft', 'sent', 'overdue', 'paid', 'cancelled'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

export const LINE_KINDS = ['labor', 'part', 'other'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export const PAYMENT_METHODS = ['cash', 'card', 'bank_transfer', 'check', 'stripe'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const NUMBER_SERIES = ['quote', 'invoice', 'credit_note', 'portal', 'studio'] as const;
export type NumberSeries = (typeof NUMBER_SERIES)[number];

/** State → states that a status change may reach, in the order in which errors list them (garage §4.3). */
export const QUOTE_TRANSITIONS: Record<QuoteState, readonly QuoteStatus[]> = {
  draft: ['sent', 'rejected'],
  sent: ['accepted', 'rejected'],
  expired: ['sent', 'rejected'],
  accepted: ['rejected'],
  rejected: [],
};

/** As above for invoices (garage §4.4). */
export const INVOICE_TRANSITIONS: Record<InvoiceState, readonly InvoiceStatus[]> = {
  draft: ['sent', 'cancelled'],
  sent: ['paid', 'cancelled'],
  overdue: ['paid', 'cancelled'],
  paid: [],
  cancelled: [],
};

export interface DocumentLine {
  position: number;
  kind: LineKind;
  description: string;
  /** Decimal with at most three places, as a JSON number. */
  quantity: number;
  unitPriceCents: number;
  /** Percent, e.g. 20 or 5.5. */
  vatRate: number;
  totalCents: number;
}

export interface VatLine {
  rate: number;
  baseCents: number;
  vatCents: number;
}

export interface DocumentAmounts {
  subtotalCents: number;
  vatCents: number;
  totalCents: number;
  vatBreakdown: VatLine[];
}

/** What the signed-in user may do now; a false with a reason is shown disabled with that reason. */
export interface QuoteAbilities {
  edit: boolean;
  send: boolean;
  accept: boolean;
  reject: boolean;
  renew: boolean;
  convert: boolean;
  delete: boolean;
}

export interface QuoteListItem {
  id: string;
  number: string;
  status: QuoteState;
  contact: { id: string; name: string };
  issueDate: string;
  validUntil: string;
  sentAt: string | null;
  totalCents: number;
  currency: string;
  abilities: QuoteAbilities;
}

export interface QuoteView extends QuoteListItem, DocumentAmounts {
  vehicle: { id: string; licensePlate: string; make: string; model: string } | null;
  lines: DocumentLine[];
  vatRate: number;
  /** True when a line carries a rate of its own. */
  mixedRates: boolean;
  notes: string | null;
  /** Name typed by the client who answered through the link; null when the firm marked the answer. */
  answeredBy: string | null;
  acceptedAt: string | null;
  rejectedAt: string | null;
  rejectionReason: string | null;
  invoice: { id: string; number: string | null } | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface InvoiceAbilities {
  edit: boolean;
  issue: boolean;
  pay: boolean;
  undoPayment: boolean;
  remind: boolean;
  credit: boolean;
  cancel: boolean;
  delete: boolean;
}

export interface InvoiceListItem {
  id: string;
  kind: InvoiceKind;
  number: string | null;
  status: InvoiceState;
  contact: { id: string; name: string };
  /** A draft shows its creation day. */
  issueDate: string;
  /** Null where none was agreed. */
  dueDate: string | null;
  /** Whole calendar days since the due date, 0 when not overdue. */
  daysOverdue: number;
  totalCents: number;
  paidCents: number;
  currency: string;
  abilities: InvoiceAbilities;
}

export interface PaymentView {
  id: string;
  amountCents: number;
  method: PaymentMethod;
  paidAt: string;
  reversedAt: string | null;
  reversedReason: string | null;
}

export interface InvoiceView extends InvoiceListItem, DocumentAmounts {
  quote: { id: string; number: string } | null;
  creditedInvoice: { id: string; number: string | null } | null;
  creditNotes: { id: string; number: string | null; totalCents: number }[];
  vehicle: { id: string; licensePlate: string; make: string; model: string } | null;
  lines: DocumentLine[];
  vatRate: number;
  /** True when a line carries a rate of its own. */
  mixedRates: boolean;
  notes: string | null;
  paymentMethod: PaymentMethod | null;
  paidAt: string | null;
  payments: PaymentView[];
  version: number;
  createdAt: string;
  updatedAt: string;
}

/** The derived state of a quote on a business day (YYYY-MM-DD): a sent one expires after `validUntil`. */
export function quoteState(status: QuoteStatus, validUntil: string, today: string): QuoteState {
  return status === 'sent' && validUntil < today ? 'expired' : status;
}

/** The derived state of an invoice: an issued, unpaid one is overdue after its due date. */
export function invoiceState(status: InvoiceStatus, dueDate: string | null, today: string): InvoiceState {
  return status === 'sent' && dueDate !== null && dueDate < today ? 'overdue' : status;
}

/** What the link in a quote's message shows: no ids of the firm's records. */
export interface PublicQuoteView {
  number: string;
  /** A link to an expired, withdrawn or converted quote is dead and answers INVALID_TOKEN. */
  status: 'sent' | 'accepted' | 'rejected';
  issueDate: string;
  validUntil: string;
  buyerName: string;
  subtotalCents: number;
  vatCents: number;
  totalCents: number;
  currency: string;
  /** BCP 47 tag of the firm's documents. */
  locale: string;
  seller: {
    name: string;
    address: {
      street: string | null;
      postalCode: string | null;
      city: string | null;
      country: string | null;
    } | null;
    phone: string | null;
    email: string | null;
    website: string | null;
  };
  /** Name that the client typed when answering. */
  answeredBy: string | null;
}

/** A file for tRPC callers; REST sends the bytes themselves. */
export interface EncodedFile {
  filename: string;
  contentType: string;
  base64: string;
}

/** What a client answers to a quote. */
export const QUOTE_ANSWERS = ['accepted', 'rejected'] as const;
export type QuoteAnswer = (typeof QUOTE_ANSWERS)[number];

export const INVOICE_SORTS = ['issueDate', 'dueDate'] as const;
export const INVOICE_LIST_KINDS = ['invoice', 'credit_note'] as const;
