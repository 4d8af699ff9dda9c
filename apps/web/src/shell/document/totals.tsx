import { useLingui } from '@lingui/react/macro';
import { money, percent } from '../../lib/format.ts';

interface TotalsProps {
  currency: string;
  subtotalCents: number;
  totalCents: number;
  /** Taken off after VAT. */
  discountCents?: number;
  vat: { rate: number; baseCents: number; vatCents: number }[];
}

/** Net, VAT per rate, gross: the foot of every document. */
export function Totals({ currency, subtotalCents, totalCents, discountCents = 0, vat }: TotalsProps) {
  const { t } = useLingui();
  return (
    <dl className="tabular ms-auto grid w-full max-w-80 grid-cols-[1fr_auto] gap-y-1.5 text-sm">
      <dt className="text-ink-muted">{t`Total excl. VAT`}</dt>
      <dd className="ps-6 text-end">{money(subtotalCents, currency)}</dd>
      {vat.map(({ rate, baseCents, vatCents }) => (
        <div key={rate} className="contents">
          <dt className="text-ink-muted">
            {t`VAT ${percent(rate / 100, 2)}`}
            {vat.length > 1 && (
              <span className="text-ink-faint"> · {t`on ${money(baseCents, currency)}`}</span>
            )}
          </dt>
          <dd className="ps-6 text-end">{money(vatCents, currency)}</dd>
        </div>
      ))}
      {discountCents > 0 && (
        <>
          <dt className="text-ink-muted">{t`Discount`}</dt>
          <dd className="ps-6 text-end">{money(-discountCents, currency)}</dd>
        </>
      )}
      <dt className="mt-1 border-t pt-2 font-semibold text-base">{t`Total incl. VAT`}</dt>
      <dd className="mt-1 border-t ps-6 pt-2 text-end font-semibold text-base">
        {money(totalCents, currency)}
      </dd>
    </dl>
  );
}
