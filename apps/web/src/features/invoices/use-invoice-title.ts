import { useLingui } from '@lingui/react/macro';
import type { InvoiceView } from '@officina/contracts/sales';

/** How a document of the invoice family is called; a draft has no number yet. */
export function useInvoiceTitle(invoice: Pick<InvoiceView, 'kind' | 'number'> | undefined) {
  const { t } = useLingui();
  if (!invoice) return undefined;
  const { kind, number } = invoice;
  if (number === null) return t`Draft invoice`;
  return kind === 'credit_note' ? t`Credit note ${number}` : t`Invoice ${number}`;
}
