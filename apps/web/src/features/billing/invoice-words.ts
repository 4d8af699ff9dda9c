import { useLingui } from '@lingui/react/macro';
import type { PortalInvoiceState } from '@officina/contracts/portal-invoices';

export function useInvoiceStates(): Record<PortalInvoiceState, string> {
  const { t } = useLingui();
  return {
    draft: t({ context: 'invoice', message: 'Draft' }),
    issued: t({ context: 'invoice', message: 'Issued' }),
    overdue: t({ context: 'invoice', message: 'Overdue' }),
    paid: t({ context: 'invoice', message: 'Paid' }),
  };
}
