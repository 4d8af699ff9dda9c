import { useLingui } from '@lingui/react/macro';
import type { StudioClientListItem } from '@officina/contracts/studio';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { BriefcaseBusiness } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { date, money } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { Badge } from '../../ui/badge.tsx';
import { ClientBadge, refreshStudio } from './studio-words.tsx';

const ClientForm = lazy(() => import('./client-form.tsx').then((module) => ({ default: module.ClientForm })));

const route = getRouteApi('/app/clients');
const open = (row: StudioClientListItem) => ({ to: '/clients/$id', params: { id: row.id } }) as const;
const openText = (row: StudioClientListItem) =>
  row.open.map(({ cents, currency }) => money(cents, currency)).join(' + ');

function useColumns(): Column<StudioClientListItem>[] {
  const { t } = useLingui();
  return [
    { id: 'name', header: t`Client`, width: 'minmax(12rem,2fr)', card: 'title', cell: (row) => row.name },
    {
      id: 'company',
      header: t`Company`,
      width: 'minmax(8rem,1fr)',
      card: 'line',
      cell: (row) => row.company,
    },
    {
      id: 'email',
      header: t`E-mail`,
      width: 'minmax(11rem,1.5fr)',
      card: 'line',
      cell: (row) => row.email && <bdi>{row.email}</bdi>,
      text: (row) => row.email ?? '',
    },
    {
      id: 'status',
      header: t`Status`,
      width: '7rem',
      card: 'badge',
      cell: (row) => <ClientBadge status={row.status} />,
      text: (row) => row.status,
    },
    {
      id: 'tags',
      header: t`Tags`,
      width: '10rem',
      cell: (row) => (
        <span className="flex gap-1 overflow-hidden">
          {row.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </span>
      ),
      text: (row) => row.tags.join(', '),
    },
    {
      id: 'open',
      header: t`Open`,
      width: '9rem',
      align: 'end',
      card: 'end',
      cell: (row) => <span className="tabular">{openText(row)}</span>,
      text: openText,
    },
    { id: 'created', header: t`Since`, width: '8rem', hidden: true, cell: (row) => date(row.createdAt) },
  ];
}

/** The studio's clients, newest first, with what is open of each. */
export function ClientsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useList<StudioClientListItem>({
    id: 'clients',
    search,
    columns: useColumns(),
    filters: [
      { id: 'status', label: t`Status`, kind: 'text' },
      { id: 'tag', label: t`Tag`, kind: 'text' },
    ],
  });
  const filters = { search: search.q, status: search.status, tag: search.tag };
  const query = useInfiniteQuery(
    trpc.clients.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const setNew = (on: boolean) => list.set({ new: on ? '1' : undefined });
  const create = can('studio.clients.write') && { label: t`New client`, run: () => setNew(true) };
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Clients`}
        nameOf={(row) => row.name}
        open={open}
        create={create}
        csv={{ name: t`clients`, page: (at) => api.clients.list.query({ ...filters, ...at }) }}
        settled={refreshStudio}
        empty={{
          icon: <BriefcaseBusiness />,
          title: t`The first client`,
          text: t`Write down who you work for; programs with an API key see the same clients.`,
        }}
      />
      <Suspense>
        {search.new && create && (
          <ClientForm
            onClose={() => setNew(false)}
            onSaved={async ({ id }) => {
              await refreshStudio();
              await navigate({ to: '/clients/$id', params: { id } });
            }}
          />
        )}
      </Suspense>
    </>
  );
}
