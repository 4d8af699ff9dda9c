import { useLingui } from '@lingui/react/macro';
import type { StripeEventView } from '@officina/contracts/orders';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { can } from '../../lib/session.ts';
import type { ListPageProps } from '../../shell/list/list-page.tsx';
import { INFINITE, PAGE_SIZE } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { EventList, eventFilter } from '../payment-events/event-list.tsx';
import { OrderList } from './order-list.tsx';

const route = getRouteApi('/app/portal/orders');

/** Deposits that visitors ordered; admins also see what the payment provider told. */
export function OrdersPage() {
  const { t } = useLingui();
  const { tab } = route.useSearch();
  const navigate = useNavigate();
  const admin = can('portal.payments.log');
  const tabs = admin && {
    label: t`Orders and events`,
    tabs: [
      { id: 'orders', label: t`Orders` },
      { id: 'events', label: t`Payment events` },
    ],
    value: tab === 'events' ? 'events' : 'orders',
    onChange: (id: string) =>
      void navigate({
        to: '/portal/orders',
        search: id === 'events' ? { tab: 'events' } : {},
        replace: true,
      }),
  };
  return admin && tab === 'events' ? (
    <Events tabs={tabs || undefined} />
  ) : (
    <OrderList tabs={tabs || undefined} />
  );
}

function Events({ tabs }: Pick<ListPageProps<StripeEventView>, 'tabs'>) {
  const { t } = useLingui();
  const search = route.useSearch();
  const query = useInfiniteQuery(
    trpc.payments.events.infiniteQueryOptions({ limit: PAGE_SIZE, ...eventFilter(search.show) }, INFINITE),
  );
  return (
    <EventList
      title={t`Orders`}
      tabs={tabs}
      search={search}
      query={query}
      place={{ to: '/portal/orders', search: { tab: 'events' } }}
      retry={api.payments.retryEvent.mutate}
    />
  );
}
