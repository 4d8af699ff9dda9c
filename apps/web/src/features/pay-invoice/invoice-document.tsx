import { useLingui } from '@lingui/react/macro';
import type { PublicInvoiceView } from '@officina/contracts/studio';
import { clsx } from 'clsx';
import { date, money, number, percent } from '../../lib/format.ts';
import { Facts, Panel } from '../../ui/panel.tsx';

/** For whom it is and when, its lines, and what they come to. */
export function InvoiceDocument({ invoice }: { invoice: PublicInvoiceView }) {
  const { t } = useLingui();
  const { items, currency, notes } = invoice;
  return (
    <>
      <Panel>
        <Facts
          items={[
            { label: t`For`, value: invoice.buyer },
            { label: t`Issued`, value: invoice.issuedDate && date(invoice.issuedDate) },
            { label: t`Due`, value: invoice.dueDate && date(invoice.dueDate) },
            { label: t`Notes`, value: notes && <span className="whitespace-pre-wrap">{notes}</span> },
          ]}
        />
      </Panel>
      <Panel flush>
        <ul aria-label={t`Items`}>
          {items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their place.
            <li key={i} className="flex items-baseline justify-between gap-4 border-b px-4 py-2.5">
              <div className="min-w-0">
                <p className="break-words">{item.description}</p>
                <p className="tabular text-ink-muted text-sm">
                  {number(item.quantity, 4)} × {number(item.rate, 4)}
                </p>
              </div>
              <span className="tabular shrink-0">{money(item.amountCents, currency)}</span>
            </li>
          ))}
        </ul>
        <Sums invoice={invoice} />
      </Panel>
    </>
  );
}

function Sums({ invoice }: { invoice: PublicInvoiceView }) {
  const { t } = useLingui();
  const { currency, subtotalCents, taxCents, discountCents, totalCents, paidCents, openCents } = invoice;
  const rate = percent(invoice.taxRate / 100, 4);
  const partly = paidCents > 0 && openCents > 0;
  const sums = [
    { label: t`Subtotal`, minor: subtotalCents },
    { label: t`Tax ${rate}`, minor: taxCents },
    { label: t`Discount`, minor: -discountCents, hidden: discountCents === 0 },
    { label: t`Total`, minor: totalCents, strong: true },
    { label: t`Paid`, minor: paidCents, hidden: !partly },
    { label: t`Still to pay`, minor: openCents, strong: true, hidden: !partly },
  ];
  return (
    <dl className="flex flex-col gap-1.5 px-4 py-3">
      {sums
        .filter(({ hidden }) => !hidden)
        .map(({ label, minor, strong }) => (
          <div key={label} className={clsx('flex justify-between gap-4', strong && 'font-semibold')}>
            <dt className={strong ? undefined : 'text-ink-muted'}>{label}</dt>
            <dd className="tabular">{money(minor, currency)}</dd>
          </div>
        ))}
    </dl>
  );
}
