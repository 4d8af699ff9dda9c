import { useLingui } from '@lingui/react/macro';
import type { PortalInvoice, PortalInvoiceState } from '@officina/contracts/portal-invoices';
import { Lock } from 'lucide-react';
import { Badge, StatusBadge, type Tone } from '../../ui/badge.tsx';

const TONES: Record<PortalInvoiceState, Tone> = {
  draft: 'neutral',
  issued: 'info',
  overdue: 'danger',
  paid: 'success',
};

export function useInvoiceStates(): Record<PortalInvoiceState, string> {
  const { t } = useLingui();
  return {
    draft: t({ context: 'invoice', message: 'Draft' }),
    issued: t({ context: 'invoice', message: 'Issued' }),
    overdue: t({ context: 'invoice', message: 'Overdue' }),
    paid: t({ context: 'invoice', message: 'Paid' }),
  };
}

/** Where an invoice stands, and whether what it says is kept; on a phone the lock stands for its word. */
export function InvoiceState({ invoice }: { invoice: PortalInvoice }) {
  const { t } = useLingui();
  const states = useInvoiceStates();
  return (
    <span className="relative flex items-center gap-1.5">
      <StatusBadge tone={TONES[invoice.status]}>{states[invoice.status]}</StatusBadge>
      {invoice.locked && (
        <Badge icon={<Lock aria-hidden className="size-3" />}>
          <span className="max-md:sr-only">{t({ context: 'invoice', message: 'Locked' })}</span>
        </Badge>
      )}
    </span>
  );
}
