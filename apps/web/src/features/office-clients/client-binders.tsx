import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FolderOpen } from 'lucide-react';
import { date } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { LINK } from '../../shell/detail/link.ts';
import { AgeBar } from '../../shell/office/age-bar.tsx';
import { BinderStatusBadge, Signals } from '../../shell/office/badges.tsx';
import { trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { Td } from '../../ui/table.tsx';
import { ClientTable } from './client-table.tsx';

const AT_ONCE = 50;

/** The client's binders, those in the office first. */
export function ClientBinders({ clientRef, onReceive }: { clientRef: number; onReceive: () => void }) {
  const { t } = useLingui();
  const open = useQuery(trpc.binders.list.queryOptions({ clientRef, tab: 'open', limit: AT_ONCE }));
  const returned = useQuery(trpc.binders.list.queryOptions({ clientRef, tab: 'returned', limit: AT_ONCE }));
  const failed = open.error ?? returned.error;
  if (failed) return <ErrorCard error={failed} retry={() => [open.refetch(), returned.refetch()]} />;
  if (!open.data || !returned.data) return <SkeletonText lines={5} />;
  const rows = [...open.data.items, ...returned.data.items];
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<FolderOpen />}
        title={t`No binder yet`}
        actions={
          can('office.binders.write') && (
            <Button variant="primary" onClick={onReceive}>{t`Receive a binder`}</Button>
          )
        }
      />
    );
  }
  const more = open.data.nextCursor ?? returned.data.nextCursor;
  return (
    <ClientTable
      label={t`Binders`}
      heads={[t`Number`, t`Status`, t`Received`, t`Age`, t`Signals`]}
      all={more !== null && { to: '/office/binders', search: { client: String(clientRef) } }}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <Td>
            <Link to="/office/binders/$ref" params={{ ref: String(row.ref) }} className={LINK}>
              <bdi className="tabular whitespace-nowrap">{row.binderNumber}</bdi>
            </Link>
          </Td>
          <Td>
            <BinderStatusBadge status={row.status} />
          </Td>
          <Td className="whitespace-nowrap">{date(row.receivedAt)}</Td>
          <Td>{row.returnedAt ? date(row.returnedAt) : <AgeBar days={row.daysInOffice} />}</Td>
          <Td>
            <Signals signals={row.signals} />
          </Td>
        </tr>
      ))}
    </ClientTable>
  );
}
