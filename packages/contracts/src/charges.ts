import type { ChargeStatus, ChargeType } from './office.ts';
import type { Page } from './paging.ts';

export interface ChargeAbilities {
  issue: boolean;
  markPaid: boolean;
  cancel: boolean;
  attachInvoice: boolean;
}

/** The invoice under which a charge was billed; never changes. */
export interface ChargeInvoice {
  /** Who issued it: a program, a firm, `officina` for an invoice of our own. */
  provider: string;
  externalInvoiceId: string;
  documentUrl: string | null;
  createdAt: string;
}

export interface ChargeListItem {
  /** By which the journal and live changes know it. */
  id: string;
  ref: number;
  client: { ref: number; name: string };
  /** Hundredths of the currency. Like `currency` absent, not null, for those who may not see amounts. */
  amountMinor?: number;
  currency?: string;
  chargeType: ChargeType;
  /** YYYY-MM. */
  period: string | null;
  status: ChargeStatus;
  createdAt: string;
  issuedAt: string | null;
  paidAt: string | null;
  canceledAt: string | null;
  invoice: ChargeInvoice | null;
  abilities: ChargeAbilities;
}

/** One step of a charge's life, the oldest first. */
export interface ChargeEvent {
  verb: 'charge.created' | 'charge.issued' | 'charge.paid' | 'charge.canceled' | 'charge.invoice_attached';
  at: string;
  by: { ref: number; name: string } | null;
}

export interface ChargeView extends ChargeListItem {
  history: ChargeEvent[];
}

/** Sums of all charges that a filter means; one row per status and currency that occurs. */
export interface ChargeTotal {
  status: ChargeStatus;
  currency: string;
  /** Hundredths of the currency. */
  amountMinor: number;
  count: number;
}

/** What a client owes in one currency, by the days since each charge was issued. Hundredths of the currency. */
export interface ChargeAging {
  client: { ref: number; name: string };
  currency: string;
  /** 0 to 30 days. */
  days30: number;
  days60: number;
  days90: number;
  /** 91 days and more. */
  older: number;
  total: number;
  /** Day on which the oldest was issued. */
  oldestIssuedOn: string;
}

/** Clients that owe, the oldest debt first. */
export interface ChargeAgingPage extends Page<ChargeAging> {
  /** Over all clients, one per currency; with the first page. */
  totals?: Omit<ChargeAging, 'client'>[];
}
