import { CHARGE_STATUSES } from '@officina/contracts/office';
import { useQuery } from '@tanstack/react-query';
import { number } from '../../lib/format.ts';
import { hundredths } from '../../shell/office/charge-figures.ts';
import { useOfficeWords } from '../../shell/office/words.ts';
import { trpc } from '../../trpc.ts';
import { Skeleton } from '../../ui/skeleton.tsx';

/** Sums of what the list's client and month mean, by status and currency. */
export function ChargeTotals(filters: { clientRef?: number; period?: string }) {
  const { chargeStatuses } = useOfficeWords();
  const { data } = useQuery(trpc.charges.totals.queryOptions(filters));
  if (!data) return <Skeleton className="mx-(--gutter) mt-3 h-14" />;
  const rows = CHARGE_STATUSES.flatMap((status) => data.filter((row) => row.status === status));
  return (
    <dl className="flex gap-6 overflow-x-auto px-(--gutter) pt-3 max-md:px-4">
      {rows.map((row) => (
        <div key={`${row.status} ${row.currency}`} className="shrink-0">
          <dt className="text-ink-faint text-xs">
            {chargeStatuses[row.status]} · {number(row.count)}
          </dt>
          <dd className="tabular font-semibold">{hundredths(row.amountMinor, row.currency)}</dd>
        </div>
      ))}
    </dl>
  );
}
