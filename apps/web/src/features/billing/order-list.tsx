import { useLingui } from '@lingui/react/macro';
import type { OrderView } from '@officina/contracts/orders';
import { ORDER_STATUSES } from '@officina/contracts/payments';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ShoppingBag } from 'lucide-react';
import { dateTime, money } from '../../lib/format.ts';
import { ListPage, type ListPageProps } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { useServiceTitles } from '../../shell/portal/service-titles.ts';
import { api, trpc } from '../../trpc.ts';
import { OrderBadge } from './order-badge.tsx';
import { useOrderStates } from './order-words.ts';

const route = getRouteApi('/app/portal/orders');
const open = ({ id, receiptPath }: OrderView) =>
  ({
    to: '/receipt/$id',
    params: { id },
    search: { token: new URL(receiptPath, location.origin).searchParams.get('token') ?? '' },
  }) as const;

function useOrderColumns(): Column<OrderView>[] {
  const { t } = useLingui();
  const states = useOrderStates();
  const titleOf = useServiceTitles();
  return [
    {
      id: 'service',
      header: t({ context: 'catalogue', message: 'Service' }),
      width: 'minmax(11rem,1.5fr)',
      card: 'title',
      cell: (row) => titleOf(row.serviceSlug),
    },
    {
      id: 'payer',
      header: t`Payer`,
      width: 'minmax(11rem,1.5fr)',
      card: 'line',
      cell: ({ customer }) => customer && <bdi>{`${customer.name} · ${customer.email ?? ''}`}</bdi>,
      text: ({ customer }) => (customer ? `${customer.name} ${customer.email ?? ''}` : ''),
    },
    {
      id: 'status',
      header: t`Status`,
      width: '9rem',
      card: 'badge',
      cell: (row) => <OrderBadge status={row.status} />,
      text: (row) => states[row.status],
    },
    {
      id: 'payment',
      header: t`Payment`,
      width: '12rem',
      cell: (row) => <Code text={row.stripePaymentIntentId} />,
      text: (row) => row.stripePaymentIntentId ?? '',
    },
    {
      id: 'session',
      header: t`Checkout`,
      width: '12rem',
      hidden: true,
      cell: (row) => <Code text={row.stripeSessionId} />,
      text: (row) => row.stripeSessionId ?? '',
    },
    {
      id: 'refunded',
      header: t`Given back`,
      width: '8rem',
      align: 'end',
      hidden: true,
      cell: (row) => (row.refundedCents ? money(row.refundedCents, row.currency) : null),
    },
    {
      id: 'amount',
      header: t`Amount`,
      width: '8rem',
      align: 'end',
      card: 'end',
      cell: (row) => money(row.amountCents, row.currency),
    },
    {
      id: 'ordered',
      header: t`Ordered`,
      width: '12rem',
      card: 'line',
      cell: (row) => dateTime(row.createdAt),
    },
  ];
}

const Code = ({ text }: { text: string | null }) =>
  text && (
    <code dir="ltr" title={text} className="block truncate text-ink-muted text-xs">
      {text}
    </code>
  );

/** Deposits, newest first; a row opens the receipt that its payer sees. */
export function OrderList({ tabs }: Pick<ListPageProps<OrderView>, 'tabs'>) {
  const { t } = useLingui();
  const search = route.useSearch();
  const states = useOrderStates();
  const list = useList<OrderView>({
    id: 'orders',
    search,
    columns: useOrderColumns(),
    filters: [
      {
        id: 'status',
        label: t`Status`,
        kind: 'one',
        options: ORDER_STATUSES.map((value) => ({ value, label: states[value] })),
      },
    ],
    searchable: false,
  });
  const filters = { status: words(search.status, ORDER_STATUSES)?.[0] };
  const query = useInfiniteQuery(
    trpc.payments.orders.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  return (
    <ListPage
      list={list}
      query={query}
      tabs={tabs}
      title={t`Orders`}
      nameOf={(row) => `${row.serviceSlug} ${row.customer?.name ?? ''}`}
      open={open}
      csv={{ name: t`orders`, page: (at) => api.payments.orders.query({ ...filters, ...at }) }}
      empty={{
        icon: <ShoppingBag />,
        title: t`No orders yet`,
        text: t`Visitors who pay the deposit of a service in the marketplace appear here.`,
      }}
    />
  );
}
