import { useLingui } from '@lingui/react/macro';
import type { PaymentPurpose, PaymentStatus, PaymentView } from '@officina/contracts/payments';
import { Link } from '@tanstack/react-router';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';

const TONES: Record<PaymentStatus, Tone> = { pending: 'info', succeeded: 'success', failed: 'danger' };

/** In a list, or with what was given back of it. */
type ShownPayment = PaymentView & { refundedCents?: number };

/** A refund, or what was refunded whole. */
const isGivenBack = ({ purpose, amountCents, refundedCents }: ShownPayment): boolean =>
  purpose === 'refund' || refundedCents === amountCents;

/** What payments are for, and where they stand. */
export function usePaymentWords() {
  const { t } = useLingui();
  const purposes: Record<PaymentPurpose, string> = {
    invoice: t({ context: 'payment', message: 'Invoice' }),
    order: t({ context: 'payment', message: 'Deposit' }),
    setup_fee: t({ context: 'payment', message: 'Set-up fee' }),
    weekly: t({ context: 'payment', message: 'Weekly rate' }),
    refund: t({ context: 'payment', message: 'Refund' }),
    intent: t({ context: 'payment', message: 'Single payment' }),
    item: t({ context: 'payment', message: 'Item' }),
    guest: t({ context: 'payment', message: 'Guest access' }),
  };
  const statuses: Record<PaymentStatus, string> = {
    pending: t({ context: 'payment', message: 'Waiting' }),
    succeeded: t({ context: 'payment', message: 'Received' }),
    failed: t({ context: 'payment', message: 'Failed' }),
  };
  const unlike = t({ context: 'payment', message: 'Another amount' });
  const given = t({ context: 'payment', message: 'Given back' });
  const statusOf = (payment: ShownPayment) => {
    if (payment.mismatch) return unlike;
    return isGivenBack(payment) ? given : statuses[payment.status];
  };
  return { purposes, statuses, statusOf };
}

export function PaymentBadge({ payment }: { payment: ShownPayment }) {
  const { statusOf } = usePaymentWords();
  const tone = payment.mismatch ? 'warning' : isGivenBack(payment) ? 'neutral' : TONES[payment.status];
  return <StatusBadge tone={tone}>{statusOf(payment)}</StatusBadge>;
}

/** What a payment pays, in words; null where nothing of ours is named. */
export const paidThing = ({ invoice, item }: PaymentView): string | null => invoice?.number ?? item;

/** The same as a link to it, where it has a page. */
export function PaidThing({ payment }: { payment: PaymentView }) {
  const { invoice, invoiceId } = payment;
  const id = invoiceId ?? '';
  if (invoice?.series === 'studio')
    return (
      <Link to="/invoices/studio/$id" params={{ id }}>
        {invoice.number}
      </Link>
    );
  if (invoice?.series === 'invoice')
    return (
      <Link to="/invoices/$id" params={{ id }}>
        {invoice.number}
      </Link>
    );
  return paidThing(payment);
}
