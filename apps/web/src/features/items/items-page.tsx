import { useLingui } from '@lingui/react/macro';
import type { ItemView } from '@officina/contracts/item-sales';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Package } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { date, number } from '../../lib/format.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, rowOf, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { priceOf, soldCount, soldText, useItemTypes } from './item-words.ts';

const ItemForm = lazy(() => import('./item-form.tsx').then((module) => ({ default: module.ItemForm })));
const ItemDrawer = lazy(() => import('./item-drawer.tsx').then((module) => ({ default: module.ItemDrawer })));

const route = getRouteApi('/app/items');
const open = ({ id }: ItemView) =>
  ({ to: '/items', search: (before: object) => ({ ...before, item: id }) }) as const;
const prices = ({ tiers }: ItemView) => tiers.map(priceOf).join(' · ');

function useColumns(): Column<ItemView>[] {
  const { t } = useLingui();
  const { types } = useItemTypes();
  return [
    { id: 'title', header: t`Item`, width: 'minmax(12rem,2fr)', card: 'title', cell: (row) => row.title },
    { id: 'type', header: t`Kind`, width: '7rem', card: 'line', cell: (row) => types[row.itemType] },
    { id: 'prices', header: t`Prices`, width: 'minmax(9rem,1fr)', card: 'line', cell: prices },
    { id: 'maker', header: t`Maker`, width: '10rem', hidden: true, cell: (row) => row.creator },
    {
      id: 'file',
      header: t`File`,
      width: 'minmax(9rem,1fr)',
      cell: (row) => row.filename ?? <span className="text-warning">{t`None yet`}</span>,
      text: (row) => row.filename ?? '',
    },
    {
      id: 'sold',
      header: t`Sold`,
      width: '5rem',
      align: 'end',
      card: 'badge',
      cell: (row) => number(soldCount(row)),
    },
    { id: 'fee', header: t`Fee`, width: '7rem', align: 'end', cell: (row) => soldText(row, 'feeCents') },
    {
      id: 'payout',
      header: t`Payout`,
      width: '8rem',
      align: 'end',
      cell: (row) => soldText(row, 'payoutCents'),
    },
    {
      id: 'sales',
      header: t`Sales`,
      width: '8rem',
      align: 'end',
      card: 'end',
      cell: (row) => soldText(row),
    },
    { id: 'since', header: t`Since`, width: '8rem', hidden: true, cell: (row) => date(row.createdAt) },
  ];
}

/** What is for sale, newest first, with what was sold of it. */
export function ItemsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const list = useList<ItemView>({ id: 'items', search, columns: useColumns() });
  const filters = { search: search.q };
  const query = useInfiniteQuery(
    trpc.items.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const shown = rowOf(query, search.item);
  const create = { label: t`New item`, run: () => list.set({ new: '1' }) };
  const close = () => list.set({ new: undefined, item: undefined });
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t({ context: 'shop', message: 'Items' })}
        nameOf={(row) => row.title}
        open={open}
        create={create}
        csv={{ name: t`items`, page: (at) => api.items.list.query({ ...filters, ...at }) }}
        empty={{
          icon: <Package />,
          title: t`The first item`,
          text: t`Put a file up for sale at one or several prices; programs sell it with the payments API.`,
        }}
      />
      <Suspense>
        {search.new && (
          <ItemForm onClose={close} onSaved={({ id }) => list.set({ new: undefined, item: id })} />
        )}
        {shown && <ItemDrawer item={shown} onClose={close} />}
      </Suspense>
    </>
  );
}
