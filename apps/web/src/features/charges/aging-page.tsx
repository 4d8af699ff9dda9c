import { useLingui } from '@lingui/react/macro';
import type { ChargeAging, ChargeAgingPage } from '@officina/contracts/charges';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { date } from '../../lib/format.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { hundredths } from '../../shell/office/charge-figures.ts';
import { api, trpc } from '../../trpc.ts';
import type { TabsProps } from '../../ui/tabs.tsx';

type Row = ChargeAging & { id: string };

const route = getRouteApi('/app/office/charges');
const open = (row: Row) =>
  ({
    to: '/office/clients/$ref',
    params: { ref: String(row.client.ref) },
    search: { tab: 'charges' },
  }) as const;

/** A client stands there once for each currency that they owe in. */
const withIds = (page: ChargeAgingPage) => ({
  ...page,
  items: page.items.map((row) => ({ ...row, id: `${row.client.ref} ${row.currency}` })),
});

const identified = (data: InfiniteData<ChargeAgingPage>) => ({ ...data, pages: data.pages.map(withIds) });

/** Who owes, how much, and since when: unpaid charges by the days since they were issued. */
export function AgingPage({ tabs }: { tabs: Omit<TabsProps, 'children'> }) {
  const { t } = useLingui();
  const list = useList<Row>({
    id: 'charge-aging',
    search: route.useSearch(),
    columns: useColumns(),
    searchable: false,
  });
  const query = useInfiniteQuery({
    ...trpc.charges.aging.infiniteQueryOptions({ limit: PAGE_SIZE }, INFINITE),
    select: identified,
  });
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Charges`}
      tabs={tabs}
      nameOf={(row) => row.client.name}
      open={open}
      csv={{ name: t`unpaid charges`, page: async (at) => withIds(await api.charges.aging.query(at)) }}
      empty={{
        icon: <CircleCheck />,
        title: t`Nobody owes anything`,
        text: t`Issued charges stand here until they are paid.`,
      }}
    />
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui();
  const amount = (
    id: string,
    header: string,
    of: (row: Row) => number,
    card?: Column<Row>['card'],
  ): Column<Row> => ({
    id,
    header,
    width: '8rem',
    align: 'end',
    card,
    cell: (row) => (of(row) === 0 ? null : hundredths(of(row), row.currency)),
  });
  return [
    {
      id: 'client',
      header: t`Client`,
      width: 'minmax(12rem,2fr)',
      card: 'title',
      cell: (row) => row.client.name,
      text: (row) => row.client.name,
    },
    amount('total', t`Total`, (row) => row.total, 'end'),
    amount('days30', t`0–30 days`, (row) => row.days30),
    amount('days60', t`31–60 days`, (row) => row.days60),
    amount('days90', t`61–90 days`, (row) => row.days90),
    amount('older', t`91 days and more`, (row) => row.older),
    {
      id: 'oldest',
      header: t`Oldest`,
      width: '8rem',
      card: 'line',
      cell: (row) => date(row.oldestIssuedOn),
    },
  ];
}
