import { useLingui } from '@lingui/react/macro';
import type { AttentionItem } from '@officina/contracts/binders';
import type { Page } from '@officina/contracts/paging';
import { Link } from '@tanstack/react-router';
import { money } from '../../lib/format.ts';
import { Panel } from '../../ui/panel.tsx';

/** What clients owe, the oldest first; the rest is behind the link. Nothing is shown where nothing is owed. */
export function UnpaidCharges({ owed }: { owed: Page<AttentionItem> | undefined }) {
  const { t } = useLingui();
  const charges = owed?.items.filter((item) => item.type === 'unpaid_charge') ?? [];
  if (charges.length === 0) return null;
  const all = owed?.total ?? charges.length;
  return (
    <Panel
      flush
      title={t`Unpaid charges`}
      action={
        <Link
          to="/office/charges"
          search={{ status: 'issued' }}
          className="tabular text-accent-ink text-sm hover:underline"
        >{t`All ${all}`}</Link>
      }
    >
      <ul className="max-h-92 overflow-y-auto">
        {charges.map((charge) => (
          <li key={charge.chargeRef} className="border-t">
            <Link
              to="/office/charges/$ref"
              params={{ ref: String(charge.chargeRef) }}
              className="flex items-center gap-3 px-4 py-2 text-sm -outline-offset-2 hover:bg-hover"
            >
              <span dir="auto" className="min-w-0 flex-1 truncate text-left rtl:text-right">
                {charge.clientName}
              </span>
              <bdi className="tabular shrink-0 font-medium">{money(charge.amountMinor, charge.currency)}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
