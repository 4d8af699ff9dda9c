import { useLingui } from '@lingui/react/macro';
import type { StripeEventView } from '@officina/contracts/orders';
import { STRIPE_EVENT_STATUSES, type StripeEventStatus } from '@officina/contracts/payments';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { RotateCw, Webhook } from 'lucide-react';
import { dateTime } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { ListPage, type ListPageProps } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api, trpc } from '../../trpc.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';

const route = getRouteApi('/app/portal/orders');
const TONES: Record<StripeEventStatus, Tone> = {
  processed: 'success',
  failed: 'danger',
  unmatched: 'warning',
};
const open = ({ id }: StripeEventView) =>
  ({ to: '/portal/orders', search: { tab: 'events', event: id } }) as const;

/** What the payment provider told, and what became of it; what failed can be tried again. */
export function EventList({ tabs }: Pick<ListPageProps<StripeEventView>, 'tabs'>) {
  const { t } = useLingui();
  const search = route.useSearch();
  const { act, pending } = useAct();
  const states: Record<StripeEventStatus, string> = {
    processed: t({ context: 'event', message: 'Done' }),
    failed: t({ context: 'event', message: 'Failed' }),
    unmatched: t({ context: 'event', message: 'Leads nowhere' }),
  };
  const retry = (row: StripeEventView) =>
    act({
      run: () => api.payments.retryEvent.mutate({ id: row.id }),
      done: ({ status }) => (status === 'processed' ? t`The event is done` : t`It has not worked again`),
      settled: refreshPortal,
    });
  const list = useList<StripeEventView>({
    id: 'payment-events',
    search,
    searchable: false,
    columns: [
      { id: 'type', header: t`Event`, width: 'minmax(14rem,1.5fr)', card: 'title', cell: (row) => row.type },
      {
        id: 'status',
        header: t`Status`,
        width: '9rem',
        card: 'badge',
        cell: (row) => <StatusBadge tone={TONES[row.status]}>{states[row.status]}</StatusBadge>,
        text: (row) => states[row.status],
      },
      { id: 'error', header: t`Problem`, width: 'minmax(12rem,2fr)', card: 'line', cell: (row) => row.error },
      { id: 'attempts', header: t`Tries`, width: '5rem', align: 'end', cell: (row) => String(row.attempts) },
      {
        id: 'created',
        header: t`Happened`,
        width: '10rem',
        hidden: true,
        cell: (row) => dateTime(row.createdAt),
      },
      {
        id: 'received',
        header: t`Arrived`,
        width: '10rem',
        card: 'line',
        cell: (row) => dateTime(row.receivedAt),
      },
      { id: 'id', header: t`Id`, width: '12rem', hidden: true, cell: (row) => row.id },
      {
        id: 'act',
        header: t({ context: 'column', message: 'Next' }),
        width: '7.5rem',
        align: 'end',
        card: 'end',
        text: () => '',
        cell: (row) =>
          row.abilities.retry && (
            <Button
              size="sm"
              disabled={pending}
              icon={<RotateCw aria-hidden />}
              onClick={() => void retry(row)}
            >
              {t`Retry`}
            </Button>
          ),
      },
    ],
    filters: [
      {
        id: 'status',
        label: t`Status`,
        kind: 'one',
        options: STRIPE_EVENT_STATUSES.map((value) => ({ value, label: states[value] })),
      },
    ],
  });
  const filters = { status: words(search.status, STRIPE_EVENT_STATUSES)?.[0] };
  const query = useInfiniteQuery(
    trpc.payments.events.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  return (
    <ListPage
      list={list}
      query={query}
      tabs={tabs}
      title={t`Orders`}
      nameOf={(row) => row.type}
      open={open}
      empty={{
        icon: <Webhook />,
        title: t`Nothing has been told yet`,
        text: t`Whatever the payment provider tells of your orders and invoices is logged here.`,
      }}
    />
  );
}
