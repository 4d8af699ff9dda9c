import type { BulkResult } from '@officina/contracts/bulk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Star, Tag, Trash2, Users } from 'lucide-react';
import { date, money } from '../../lib/format.ts';
import type { BulkChunk } from '../../shell/list/bulk.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import type { Column, Filter } from '../../shell/list/types.ts';
import { INFINITE, useList } from '../../shell/list/use-list.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { findSamples, type Sample } from './sample-rows.ts';

const route = getRouteApi('/kitchen-sink');

const COLUMNS: Column<Sample>[] = [
  {
    id: 'name',
    header: 'Name',
    sort: 'name',
    width: 'minmax(12rem,2fr)',
    card: 'title',
    cell: (row) => <NameCell row={row} />,
    text: (row) => row.name,
  },
  { id: 'company', header: 'Company', width: 'minmax(8rem,1.4fr)', card: 'line', cell: (row) => row.company },
  { id: 'email', header: 'E-mail', width: 'minmax(10rem,1.6fr)', cell: (row) => row.email },
  {
    id: 'state',
    header: 'State',
    width: '8rem',
    card: 'badge',
    cell: (row) => <StatusBadge tone={row.tone}>{row.state}</StatusBadge>,
    text: (row) => row.state,
  },
  {
    id: 'total',
    header: 'Total',
    sort: 'total',
    width: '8rem',
    align: 'end',
    card: 'end',
    cell: (row) => money(row.total, 'EUR'),
  },
  { id: 'created', header: 'Created', sort: 'created', width: '8rem', cell: (row) => date(row.created) },
  { id: 'id', header: 'Id', width: '8rem', hidden: true, cell: (row) => row.id },
];

const FILTERS: Filter[] = [
  {
    id: 'tone',
    label: 'State',
    kind: 'many',
    options: [
      { value: 'success', label: 'Paid' },
      { value: 'danger', label: 'Overdue' },
    ],
  },
  { id: 'vip', label: 'VIP', kind: 'flag' },
  { id: 'since', label: 'Since', kind: 'date' },
];

/** Refuses one row in seven, as a server might. */
const work = async ({ rows }: BulkChunk): Promise<BulkResult> => {
  await new Promise((resolve) => setTimeout(resolve, 400));
  const results = rows.map(({ id }, at) => {
    const ok = at % 7 !== 6;
    const error = ok ? null : ({ code: 'DOCUMENT_LOCKED', message: '' } as const);
    return { id, ok, error, changed: ok, before: null, version: null };
  });
  const succeeded = results.filter(({ ok }) => ok).length;
  return { results, succeeded, failed: results.length - succeeded };
};
const open = (_row: Sample) => ({ to: '/kitchen-sink', search: {} }) as const;

/** A hundred thousand rows, made up as they are asked for. */
export function ListSample() {
  const search = route.useSearch();
  const list = useList<Sample>({ id: 'sink', search, columns: COLUMNS, filters: FILTERS });
  const query = useInfiniteQuery({
    queryKey: ['sink', search],
    queryFn: ({ pageParam }) => findSamples(search, list.sort, pageParam),
    initialPageParam: null as string | null,
    ...INFINITE,
  });
  return (
    <ListPage
      list={list}
      query={query}
      title="Contacts"
      nameOf={(row) => row.name}
      open={open}
      create={{ label: 'New contact', run: () => undefined }}
      more={[{ label: 'Import CSV', run: () => undefined }]}
      edit={() => undefined}
      csv={{ name: 'contacts', page: ({ cursor }) => findSamples(search, list.sort, cursor) }}
      matches={async () => ({
        items: (await findSamples(search, list.sort, null)).items.map(({ id, name }) => ({ id, name })),
        more: true,
      })}
      bulk={[
        {
          id: 'tag',
          label: 'Tag',
          icon: <Tag aria-hidden className="size-4" />,
          run: work,
          done: (count) => `${count} tagged`,
        },
        {
          id: 'delete',
          label: 'Delete',
          icon: <Trash2 aria-hidden className="size-4" />,
          danger: true,
          run: work,
          undo: work,
          done: (count) => `${count} deleted`,
        },
      ]}
      empty={{ icon: <Users />, title: 'The first customer', text: 'Add one, or import a CSV.' }}
    />
  );
}

function NameCell({ row }: { row: Sample }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {row.name}
      {row.vip && <Star aria-label="VIP" className="size-3.5 fill-current text-warning" />}
    </span>
  );
}
