import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ReceiptText } from 'lucide-react';
import { date } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { LINK } from '../../shell/detail/link.ts';
import { ChargeStatusBadge } from '../../shell/office/badges.tsx';
import { amountOf, period } from '../../shell/office/charge-figures.ts';
import { useOfficeWords } from '../../shell/office/words.ts';
import { trpc } from '../../trpc.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { Td } from '../../ui/table.tsx';
import { ClientTable } from './client-table.tsx';

const AT_ONCE = 50;

/** What the client owes and has paid, newest first; amounts for those who may see them. */
export function ClientCharges({ clientRef }: { clientRef: number }) {
  const { t } = useLingui();
  const { chargeTypes } = useOfficeWords();
  const query = useQuery(trpc.charges.list.queryOptions({ clientRef, limit: AT_ONCE }));
  const amounts = can('office.charges.amounts');
  if (query.error) return <ErrorCard error={query.error} retry={() => query.refetch()} />;
  if (!query.data) return <SkeletonText lines={5} />;
  const { items, nextCursor } = query.data;
  if (items.length === 0) return <EmptyState icon={<ReceiptText />} title={t`No charge yet`} />;
  return (
    <ClientTable
      label={t`Charges`}
      heads={[t`Charge`, t`Status`, t`Made on`, amounts && { numeric: t`Amount` }]}
      all={nextCursor !== null && { to: '/office/charges', search: { client: String(clientRef) } }}
    >
      {items.map((row) => (
        <tr key={row.id}>
          <Td>
            <Link to="/office/charges/$ref" params={{ ref: String(row.ref) }} className={LINK}>
              {[chargeTypes[row.chargeType], row.period && period(row.period)].filter(Boolean).join(' · ')}
            </Link>
          </Td>
          <Td>
            <ChargeStatusBadge status={row.status} />
          </Td>
          <Td className="whitespace-nowrap">{date(row.createdAt)}</Td>
          {amounts && <Td numeric>{amountOf(row)}</Td>}
        </tr>
      ))}
    </ClientTable>
  );
}
