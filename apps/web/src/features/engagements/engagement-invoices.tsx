import { useLingui } from '@lingui/react/macro';
import type { PortalInvoice } from '@officina/contracts/portal-invoices';
import { Link } from '@tanstack/react-router';
import { money } from '../../lib/format.ts';
import { day } from '../../shell/portal/figures.ts';
import { InvoiceState } from '../../shell/portal/invoice-state.tsx';
import { Panel } from '../../ui/panel.tsx';

/** More of them are in the list of invoices. */
const LATEST = 3;

/** What was billed for an engagement; each has a page, where clients pay. */
export function EngagementInvoices({ invoices }: { invoices: PortalInvoice[] }) {
  const { t } = useLingui();
  if (invoices.length === 0) return null;
  return (
    <Panel title={t`Latest invoices`} flush className="md:col-span-2">
      <ul className="divide-y border-t">
        {invoices.slice(0, LATEST).map((invoice) => (
          <li key={invoice.id} className="flex items-center gap-3 px-4 py-3">
            <span className="min-w-0 flex-1">
              <Link
                to="/portal/billing/$id"
                params={{ id: invoice.id }}
                className="font-medium underline-offset-2 hover:underline"
              >
                {invoice.invoiceNumber ?? t`Not numbered yet`}
              </Link>
              {invoice.dueDate && (
                <span className="block text-ink-muted text-sm">{t`Due ${day(invoice.dueDate)}`}</span>
              )}
            </span>
            {invoice.amountEUR !== null && (
              <span className="tabular text-ink-muted">{money(invoice.totalCents, invoice.currency)}</span>
            )}
            <InvoiceState invoice={invoice} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
