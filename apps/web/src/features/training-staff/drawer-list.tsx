import { useLingui } from '@lingui/react/macro';
import { type ReactNode, Suspense } from 'react';
import { date } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import { ListPage, type ListPageProps } from '../../shell/list/list-page.tsx';
import type { ListSearch } from '../../shell/list/search.ts';
import type { Column, ListQuery } from '../../shell/list/types.ts';
import { rowOf, useList } from '../../shell/list/use-list.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/tone.ts';

interface Item<S extends string> {
  id: string;
  name: string;
  program: string;
  email: string;
  status: S;
  createdAt: string;
  timeZone: string;
}

interface DrawerListProps<S extends string, Row extends Item<S>>
  extends Pick<ListPageProps<Row>, 'title' | 'open' | 'csv' | 'empty'> {
  id: string;
  search: ListSearch & { status?: string; open?: string };
  query: ListQuery<Row>;
  /** What a row is told by. */
  nameColumn: string;
  statuses: Record<S, string>;
  tones: Record<S, Tone>;
  /** Columns beside who, programme, status and when. */
  more: Column<Row>[];
  /** Everything of the row that is open. */
  drawer: (row: Row, close: () => void) => ReactNode;
}

/** People who came in by the programme's page: a list by status, and each of them in a drawer beside it. */
export function DrawerList<S extends string, Row extends Item<S>>(props: DrawerListProps<S, Row>) {
  const { id, search, query, nameColumn, statuses, tones, more, drawer, ...page } = props;
  const { t } = useLingui();
  const list = useList<Row>({
    id,
    search,
    searchable: false,
    filters: [{ id: 'status', label: t`Status`, kind: 'one', options: optionsOf(statuses) }],
    columns: [
      {
        id: 'name',
        header: nameColumn,
        width: 'minmax(11rem,1fr)',
        card: 'title',
        cell: (row) => row.name,
        text: (row) => row.name,
      },
      {
        id: 'program',
        header: t`Programme`,
        width: 'minmax(10rem,1fr)',
        card: 'line',
        cell: (row) => row.program,
      },
      ...more,
      {
        id: 'status',
        header: t`Status`,
        width: '9rem',
        card: 'badge',
        cell: (row) => <StatusBadge tone={tones[row.status]}>{statuses[row.status]}</StatusBadge>,
        text: (row) => statuses[row.status],
      },
      {
        id: 'received',
        header: t`Received`,
        width: '8rem',
        card: 'end',
        cell: (row) => date(row.createdAt, row.timeZone),
      },
    ],
  });
  const shown = rowOf(query, search.open);
  return (
    <>
      <ListPage {...page} list={list} query={query} nameOf={(row) => row.name} />
      <Suspense>{shown && drawer(shown, () => list.set({ open: undefined }))}</Suspense>
    </>
  );
}
