import { useLingui } from '@lingui/react/macro';
import type { BinderView } from '@officina/contracts/binders';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ListOrdered } from 'lucide-react';
import { date } from '../../lib/format.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { AgeBar } from '../../shell/office/age-bar.tsx';
import { Signals } from '../../shell/office/badges.tsx';
import { useBinderVerbs } from '../../shell/office/use-binder-verbs.tsx';
import { useReceive } from '../../shell/office/use-receive.tsx';
import { useOfficeWords } from '../../shell/office/words.ts';
import { api, trpc } from '../../trpc.ts';

const route = getRouteApi('/app/office/queue');
const open = (row: BinderView) => ({ to: '/office/binders/$ref', params: { ref: String(row.ref) } }) as const;

/** Every binder in the office in the order in which it must be back. */
export function QueuePage() {
  const { t } = useLingui();
  const list = useList<BinderView>({
    id: 'office-queue',
    search: route.useSearch(),
    columns: useColumns(),
    searchable: false,
  });
  const query = useInfiniteQuery(trpc.binders.workQueue.infiniteQueryOptions({ limit: PAGE_SIZE }, INFINITE));
  const verbs = useBinderVerbs();
  const { create, dialog } = useReceive();
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Work queue`}
        nameOf={(row) => `${row.binderNumber} · ${row.client.name}`}
        open={open}
        create={create}
        rowKeys={verbs.rowKeys}
        csv={{ name: t`work queue`, page: (at) => api.binders.workQueue.query(at) }}
        empty={{
          icon: <ListOrdered />,
          title: t`No binder waits for work`,
          text: t`Receive the first binder: it joins the queue by the day on which it must be back.`,
        }}
      />
      {verbs.dialog}
      {dialog}
    </>
  );
}

function useColumns(): Column<BinderView>[] {
  const { t } = useLingui();
  const { signals, workStates } = useOfficeWords();
  return [
    {
      id: 'client',
      header: t`Client`,
      width: 'minmax(10rem,2fr)',
      card: 'title',
      cell: (row) => (
        <>
          <span className="me-2 md:hidden">
            <bdi className="tabular">{row.binderNumber}</bdi>
          </span>
          {row.client.name}
        </>
      ),
      text: (row) => row.client.name,
    },
    {
      id: 'number',
      header: t`Number`,
      width: 'minmax(7rem,1fr)',
      cell: (row) => <bdi className="tabular">{row.binderNumber}</bdi>,
      text: (row) => row.binderNumber,
    },
    {
      id: 'age',
      header: t`Age`,
      width: '9rem',
      card: 'badge',
      cell: (row) => <AgeBar days={row.daysSinceReceived} />,
      text: (row) => String(row.daysSinceReceived),
    },
    { id: 'work', header: t`Work`, width: '9rem', cell: (row) => workStates[row.workState] ?? '–' },
    {
      id: 'signals',
      header: t`Signals`,
      width: 'minmax(12rem,2fr)',
      card: 'line',
      cell: (row) => <Signals signals={row.signals} most={2} />,
      text: (row) => row.signals.map((signal) => signals[signal]).join(', '),
    },
    {
      id: 'due',
      header: t`Due`,
      width: '8rem',
      card: 'end',
      cell: (row) => date(row.expectedReturnAt),
    },
  ];
}
