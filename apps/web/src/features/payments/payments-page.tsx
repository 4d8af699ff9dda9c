import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { can } from '../../lib/session.ts';
import type { ListPageProps } from '../../shell/list/list-page.tsx';
import { INFINITE, PAGE_SIZE } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { EventList, eventFilter } from '../payment-events/event-list.tsx';
import { PaymentList } from './payment-list.tsx';
import { SubscriptionList } from './subscription-list.tsx';

const route = getRouteApi('/app/payments');
type Tabs = NonNullable<ListPageProps<{ id: string }>['tabs']>;

/** The money that came by card: single payments, regular ones, and what the provider told of them. */
export function PaymentsPage() {
  const { t } = useLingui();
  const { tab } = route.useSearch();
  const navigate = useNavigate();
  const tabs: Tabs = {
    label: t`Payments`,
    tabs: [
      { id: 'payments', label: t`Payments` },
      { id: 'subscriptions', label: t`Subscriptions` },
      ...(can('portal.payments.log') ? [{ id: 'events', label: t`Payment events` }] : []),
    ],
    value: tab === 'subscriptions' || tab === 'events' ? tab : 'payments',
    onChange: (id) =>
      void navigate({ to: '/payments', search: id === 'payments' ? {} : { tab: id }, replace: true }),
  };
  if (tab === 'subscriptions') return <SubscriptionList tabs={tabs} />;
  return tab === 'events' && can('portal.payments.log') ? (
    <Events tabs={tabs} />
  ) : (
    <PaymentList tabs={tabs} />
  );
}

function Events({ tabs }: { tabs: Tabs }) {
  const { t } = useLingui();
  const search = route.useSearch();
  const query = useInfiniteQuery(
    trpc.payments.events.infiniteQueryOptions({ limit: PAGE_SIZE, ...eventFilter(search.show) }, INFINITE),
  );
  return (
    <EventList
      title={t`Payments`}
      tabs={tabs}
      search={search}
      query={query}
      place={{ to: '/payments', search: { tab: 'events' } }}
      retry={api.payments.retryEvent.mutate}
    />
  );
}
