import { useLingui } from '@lingui/react/macro';
import { PAYMENT_PURPOSES, PAYMENT_STATUSES, type PaymentView } from '@officina/contracts/payments';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CreditCard } from 'lucide-react';
import { dateTime, money } from '../../lib/format.ts';
import { ListPage, type ListPageProps } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { PaymentBadge, paidThing, usePaymentWords } from './payment-words.tsx';

const route = getRouteApi('/app/payments');
const open = ({ id }: PaymentView) => ({ to: '/payments/$id', params: { id } }) as const;

function useColumns(): Column<PaymentView>[] {
  const { t } = useLingui();
  const { purposes, statusOf } = usePaymentWords();
  return [
    {
      id: 'payer',
      header: t`Payer`,
      width: 'minmax(12rem,2fr)',
      card: 'title',
      cell: (row) => row.payer ?? t`Not known`,
    },
    { id: 'purpose', header: t`For what`, width: '9rem', card: 'line', cell: (row) => purposes[row.purpose] },
    {
      id: 'thing',
      header: t`Pays for`,
      width: 'minmax(9rem,1fr)',
      card: 'line',
      cell: (row) => paidThing(row),
    },
    {
      id: 'status',
      header: t`Status`,
      width: '10rem',
      card: 'badge',
      cell: (row) => <PaymentBadge payment={row} />,
      text: statusOf,
    },
    {
      id: 'provider',
      header: t`At the provider`,
      width: '14rem',
      hidden: true,
      cell: (row) => row.stripePaymentIntentId,
    },
    ...(['fee', 'payout'] as const).map((part) => ({
      id: part,
      header: part === 'fee' ? t`Fee` : t`Payout`,
      width: '8rem',
      align: 'end' as const,
      hidden: true,
      cell: (row: PaymentView) => {
        const minor = part === 'fee' ? row.feeCents : row.payoutCents;
        return minor === null ? null : money(minor, row.currency);
      },
    })),
    {
      id: 'amount',
      header: t`Amount`,
      width: '9rem',
      align: 'end',
      card: 'end',
      cell: (row) => money(row.amountCents, row.currency),
    },
    {
      id: 'at',
      header: t`When`,
      width: '12rem',
      card: 'line',
      cell: (row) => dateTime(row.paidAt ?? row.createdAt),
    },
  ];
}

/** Every payment: those that somebody must look at first, then the newest. */
export function PaymentList({ tabs }: Pick<ListPageProps<PaymentView>, 'tabs'>) {
  const { t } = useLingui();
  const search = route.useSearch();
  const { purposes, statuses } = usePaymentWords();
  const list = useList<PaymentView>({
    id: 'payments',
    search,
    columns: useColumns(),
    filters: [
      {
        id: 'status',
        label: t`Status`,
        kind: 'one',
        options: PAYMENT_STATUSES.map((value) => ({ value, label: statuses[value] })),
      },
      {
        id: 'purpose',
        label: t`For what`,
        kind: 'one',
        options: PAYMENT_PURPOSES.map((value) => ({ value, label: purposes[value] })),
      },
      { id: 'mismatch', label: t`Another amount than asked for`, kind: 'flag' },
    ],
  });
  const filters = {
    search: search.q,
    status: words(search.status, PAYMENT_STATUSES)?.[0],
    purpose: words(search.purpose, PAYMENT_PURPOSES)?.[0],
    mismatch: Boolean(search.mismatch),
  };
  const query = useInfiniteQuery(
    trpc.payments.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  return (
    <ListPage
      list={list}
      query={query}
      tabs={tabs}
      title={t`Payments`}
      nameOf={(row) => `${row.payer ?? ''} ${money(row.amountCents, row.currency)}`}
      open={open}
      csv={{ name: t`payments`, page: (at) => api.payments.list.query({ ...filters, ...at }) }}
      empty={{
        icon: <CreditCard />,
        title: t`No payment yet`,
        text: t`What clients pay by card, for invoices, items and access, appears here by itself.`,
      }}
    />
  );
}
