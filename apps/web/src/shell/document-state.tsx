import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import {
  INVOICE_STATES,
  type InvoiceState,
  PAYMENT_METHODS,
  type PaymentMethod,
  QUOTE_STATES,
  type QuoteState,
} from '@officina/contracts/sales';
import { StatusBadge, type Tone } from '../ui/badge.tsx';

interface Word {
  label: MessageDescriptor;
  tone: Tone;
}

const QUOTES: Record<QuoteState, Word> = {
  draft: { label: msg`Draft`, tone: 'neutral' },
  sent: { label: msg`Sent`, tone: 'info' },
  expired: { label: msg`Expired`, tone: 'warning' },
  accepted: { label: msg`Accepted`, tone: 'success' },
  rejected: { label: msg`Refused`, tone: 'danger' },
};

const INVOICES: Record<InvoiceState, Word> = {
  draft: { label: msg`Draft`, tone: 'neutral' },
  sent: { label: msg({ message: 'Issued', context: 'invoice' }), tone: 'info' },
  overdue: { label: msg`Overdue`, tone: 'danger' },
  paid: { label: msg({ message: 'Paid', context: 'invoice' }), tone: 'success' },
  cancelled: { label: msg({ message: 'Cancelled', context: 'invoice' }), tone: 'neutral' },
};

const METHODS: Record<PaymentMethod, MessageDescriptor> = {
  cash: msg`Cash`,
  card: msg`Card`,
  bank_transfer: msg`Bank transfer`,
  check: msg`Cheque`,
  stripe: msg`Stripe`,
};

export function QuoteBadge({ state }: { state: QuoteState }) {
  const { i18n } = useLingui();
  return <StatusBadge tone={QUOTES[state].tone}>{i18n._(QUOTES[state].label)}</StatusBadge>;
}

export function InvoiceBadge({ state }: { state: InvoiceState }) {
  const { i18n } = useLingui();
  return <StatusBadge tone={INVOICES[state].tone}>{i18n._(INVOICES[state].label)}</StatusBadge>;
}

/** The words of documents, for filters, forms and files. */
export function useDocumentWords() {
  const { i18n } = useLingui();
  const quoteState = (state: QuoteState) => i18n._(QUOTES[state].label);
  const invoiceState = (state: InvoiceState) => i18n._(INVOICES[state].label);
  const method = (word: PaymentMethod) => i18n._(METHODS[word]);
  return {
    quoteState,
    invoiceState,
    method,
    quoteStates: QUOTE_STATES.map((value) => ({ value, label: quoteState(value) })),
    invoiceStates: INVOICE_STATES.map((value) => ({ value, label: invoiceState(value) })),
    methods: PAYMENT_METHODS.map((value) => ({ value, label: method(value) })),
  };
}
