import { useLingui } from '@lingui/react/macro';
import { type ApiRequestView, REQUEST_LOG_DAYS } from '@officina/contracts/api-keys';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Activity } from 'lucide-react';
import { useCallback } from 'react';
import { dateTime, number } from '../../lib/format.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import type { Column, Filter } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import type { Pick } from '../../ui/combobox.tsx';

const route = getRouteApi('/app/settings/requests');

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const;
const KINDS = ['2', '3', '4', '5'] as const;
const one = <W extends string>(words: readonly W[], value: string | undefined) =>
  words.find((word) => word === value);

/** What programs called with a key, newest first; a row leads to the calls of the same path. */
export function RequestsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const list = useList<ApiRequestView>({
    id: 'requests',
    search,
    columns: useColumns(),
    filters: useFilters(),
  });
  const filters = {
    search: search.q,
    keyId: search.key,
    method: one(METHODS, search.method),
    status: one(KINDS, search.status),
  };
  const query = useInfiniteQuery(
    trpc.apiKeys.requests.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const open = useCallback(
    ({ path: q }: ApiRequestView) => ({ to: '/settings/requests', search: { ...search, q } }) as const,
    [search],
  );
  return (
    <ListPage
      list={list}
      query={query}
      title={t`Requests`}
      nameOf={(row) => `${row.method} ${row.path}`}
      open={open}
      csv={{ name: t`requests`, page: (at) => api.apiKeys.requests.query({ ...filters, ...at }) }}
      empty={{
        icon: <Activity />,
        title: t`No program has called yet`,
        text: t`Each call with an API key stands here for ${REQUEST_LOG_DAYS} days: what was called, how it ended and how long it took; never what was sent.`,
      }}
    />
  );
}

const TONES: Record<string, Tone> = { 2: 'success', 3: 'info', 4: 'warning', 5: 'danger' };

function useColumns(): Column<ApiRequestView>[] {
  const { t } = useLingui();
  return [
    {
      id: 'path',
      header: t`Path`,
      width: 'minmax(12rem,2fr)',
      card: 'title',
      cell: (row) => (
        <code dir="ltr" className="text-sm">
          {row.path}
        </code>
      ),
      text: (row) => row.path,
    },
    { id: 'method', header: t`HTTP method`, width: '6rem', card: 'line', cell: (row) => row.method },
    {
      id: 'status',
      header: t`Status`,
      width: '6rem',
      card: 'badge',
      cell: (row) => (
        <StatusBadge tone={TONES[Math.floor(row.status / 100)] ?? 'neutral'}>{row.status}</StatusBadge>
      ),
      text: (row) => String(row.status),
    },
    { id: 'key', header: t`Key`, width: 'minmax(8rem,1fr)', card: 'line', cell: (row) => row.key.name },
    {
      id: 'duration',
      header: t`Duration`,
      width: '7rem',
      align: 'end',
      cell: (row) => t`${number(row.durationMs)} ms`,
    },
    { id: 'when', header: t`When`, width: '11rem', card: 'end', cell: (row) => dateTime(row.at) },
    { id: 'request', header: t`Request`, width: '10rem', hidden: true, cell: (row) => row.requestId },
  ];
}

async function searchKeys(text: string): Promise<Pick[]> {
  const { items } = await api.apiKeys.list.query({});
  const wanted = text.toLowerCase();
  return items
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map(({ id, name, prefix }) => ({ id, label: name, note: `${prefix}…` }));
}

async function keyName(id: string): Promise<string> {
  const { items } = await api.apiKeys.list.query({});
  return items.find((key) => key.id === id)?.name ?? '';
}

function useFilters(): Filter[] {
  const { t } = useLingui();
  return [
    { id: 'key', label: t`Key`, kind: 'record', search: searchKeys, nameOf: keyName },
    {
      id: 'method',
      label: t`HTTP method`,
      kind: 'one',
      options: METHODS.map((value) => ({ value, label: value })),
    },
    {
      id: 'status',
      label: t`Status`,
      kind: 'one',
      options: [
        { value: '2', label: t`2xx: done` },
        { value: '3', label: t`3xx: elsewhere` },
        { value: '4', label: t`4xx: refused` },
        { value: '5', label: t`5xx: our fault` },
      ],
    },
  ];
}
