import type { DocumentAmounts, DocumentLine, PaymentView } from './sales.ts';

/** What an invoice's dates say of it, by the tenant's calendar. Source: portal specification §4.3. */
export const PORTAL_INVOICE_STATES = ['draft', 'issued', 'overdue', 'paid'] as const;
export type PortalInvoiceState = (typeof PORTAL_INVOICE_STATES)[number];

/** As the portal's contract prints it: amounts in whole units of the currency, days as midnights in UTC. */
export interface PortalInvoiceView {
  id: string;
  orgId: string;
  engagementId: string | null;
  scopeProposalId: string | null;
  invoiceNumber: string | null;
  /** Not there for clients. */
  internalNote?: string | null;
  issueDate: string | null;
  dueDate: string | null;
  paidAt: string | null;
  referencePO: string | null;
  currency: string;
  amountEUR: number | null;
  createdAt: string;
  updatedAt: string;
}

export interface PortalInvoiceAbilities {
  /** Its PO number, and while it is not paid everything else. */
  edit: boolean;
  /** Number, dates, currency and amount. */
  editAmount: boolean;
  markPaid: boolean;
  unpay: boolean;
  /** By the provider's page. */
  pay: boolean;
}

/** With what screens need besides. */
export interface PortalInvoice extends PortalInvoiceView {
  version: number;
  status: PortalInvoiceState;
  /** It has been issued or paid: what it says is superseded, not overwritten. */
  locked: boolean;
  /** The exact total, in minor units. */
  totalCents: number;
  organization: { id: string; name: string };
  engagement: { id: string; title: string; procurementRef: string | null } | null;
  abilities: PortalInvoiceAbilities;
}

/** With what its own page shows: the lines, and the payments that count. */
export interface PortalInvoiceDetail extends PortalInvoice, DocumentAmounts {
  /** Taken off subtotal and VAT. */
  discountCents: number;
  paidCents: number;
  lines: DocumentLine[];
  payments: Pick<PaymentView, 'id' | 'amountCents' | 'method' | 'paidAt'>[];
}
