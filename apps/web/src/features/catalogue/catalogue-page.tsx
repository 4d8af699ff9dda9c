import { useLingui } from '@lingui/react/macro';
import { ENGAGEMENT_TYPES, type ServiceView } from '@officina/contracts/catalogue';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { BookOpen } from 'lucide-react';
import { money } from '../../lib/format.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { euros } from '../../shell/portal/figures.ts';
import { api, trpc } from '../../trpc.ts';
import { StatusBadge } from '../../ui/badge.tsx';

const route = getRouteApi('/app/portal/admin/catalogue');
const open = (row: ServiceView) =>
  ({ to: '/portal/admin/catalogue/$slug', params: { slug: row.slug } }) as const;

function useColumns(): Column<ServiceView>[] {
  const { t } = useLingui();
  const stateOf = (row: ServiceView) =>
    row.retiredAt ? t`Retired` : t({ context: 'service', message: 'Offered' });
  return [
    {
      id: 'title',
      header: t({ context: 'catalogue', message: 'Service' }),
      width: 'minmax(13rem,2fr)',
      card: 'title',
      cell: (row) => row.title,
    },
    {
      id: 'code',
      header: t`Code`,
      width: '7rem',
      cell: (row) => <bdi>{row.code}</bdi>,
      text: (row) => row.code,
    },
    { id: 'type', header: t`Type`, width: '8rem', card: 'line', cell: (row) => row.engagementType },
    {
      id: 'price',
      header: t`Price`,
      width: '13rem',
      card: 'line',
      cell: (row) => `${euros(row.pricing.project.minEUR)} – ${euros(row.pricing.project.maxEUR)}`,
    },
    {
      id: 'deposit',
      header: t`Deposit`,
      width: '8rem',
      align: 'end',
      card: 'end',
      cell: (row) => row.depositCents !== null && money(row.depositCents, row.currency, true),
      text: (row) => (row.depositCents === null ? '' : money(row.depositCents, row.currency)),
    },
    {
      id: 'state',
      header: t`State`,
      width: '8rem',
      card: 'badge',
      cell: (row) => <StatusBadge tone={row.retiredAt ? 'neutral' : 'success'}>{stateOf(row)}</StatusBadge>,
      text: stateOf,
    },
  ];
}

/** What the firm sells, in the order of the public catalogue. */
export function CataloguePage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const list = useList<ServiceView>({
    id: 'catalogue',
    search,
    columns: useColumns(),
    searchable: false,
    filters: [
      {
        id: 'type',
        label: t`Type`,
        kind: 'one',
        options: ENGAGEMENT_TYPES.map((value) => ({ value, label: value })),
      },
      { id: 'retired', label: t`With retired ones`, kind: 'flag' },
    ],
  });
  const filters = {
    type: words(search.type, ENGAGEMENT_TYPES)?.[0],
    retired: search.retired === '1' || undefined,
  };
  const query = useInfiniteQuery(
    trpc.catalogue.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Catalogue`}
      nameOf={(row) => row.title}
      open={open}
      create={{
        label: t`New service`,
        to: { to: '/portal/admin/catalogue/$slug', params: { slug: 'new' } },
      }}
      csv={{ name: t`catalogue`, page: (at) => api.catalogue.list.query({ ...filters, ...at }) }}
      empty={{
        icon: <BookOpen />,
        title: t`The first service`,
        text: t`What you describe here is sold on the public marketplace.`,
      }}
    />
  );
}
