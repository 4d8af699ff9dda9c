import { useLingui } from '@lingui/react/macro';
import { BINDER_SORTS, BINDER_TABS, type BinderTab, type BinderView } from '@officina/contracts/binders';
import { BINDER_SIGNALS, SLA_STATES, WORK_STATES } from '@officina/contracts/office';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FolderOpen, PackageCheck } from 'lucide-react';
import { can } from '../../lib/session.ts';
import { each } from '../../shell/list/bulk.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { refreshBinders } from '../../shell/office/refresh-binders.ts';
import { useBinderVerbs } from '../../shell/office/use-binder-verbs.tsx';
import { useReceive } from '../../shell/office/use-receive.tsx';
import { api, trpc } from '../../trpc.ts';
import { useBinderColumns, useBinderFilters } from './binder-columns.tsx';
import { useBinderTabs } from './binder-tabs.ts';

const route = getRouteApi('/app/office/binders');
const open = (row: BinderView) => ({ to: '/office/binders/$ref', params: { ref: String(row.ref) } }) as const;
/** Where the address names no sort: what presses comes first, what was returned last comes first. */
const SORT: Record<BinderTab, string> = {
  open: '-receivedAt',
  overdue: 'expectedReturnAt',
  due_today: 'expectedReturnAt',
  ready: 'receivedAt',
  returned: '-returnedAt',
};

export function BindersPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const tab = words(search.tab, BINDER_TABS)?.[0] ?? 'open';
  const list = useList<BinderView>({
    id: 'binders',
    search,
    columns: useBinderColumns(tab),
    filters: useBinderFilters(),
    sort: SORT[tab],
  });
  const filters = {
    tab,
    q: search.q,
    clientRef: search.client ? Number(search.client) : undefined,
    workState: words(search.work, WORK_STATES)?.[0],
    slaState: words(search.sla, SLA_STATES)?.[0],
    signal: words(search.signal, BINDER_SIGNALS),
    sort: words(list.sort?.by, BINDER_SORTS)?.[0],
    dir: list.sort?.desc ? 'desc' : 'asc',
  } as const;
  const query = useInfiniteQuery(
    trpc.binders.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters }, INFINITE),
  );
  const tabs = useBinderTabs(query.data?.pages[0]?.counts);
  const verbs = useBinderVerbs();
  const { create, dialog } = useReceive(search.client);
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Binders`}
        nameOf={(row) => `${row.binderNumber} · ${row.client.name}`}
        open={open}
        create={create}
        tabs={{
          label: t`Binders`,
          tabs,
          value: tab,
          onChange: (next) => list.set({ tab: next === 'open' ? undefined : next, sort: undefined }),
        }}
        rowKeys={verbs.rowKeys}
        csv={{ name: t`binders`, page: (at) => api.binders.list.query({ ...filters, ...at }) }}
        settled={refreshBinders}
        bulk={[
          can('office.binders.write') &&
            tab !== 'returned' && {
              id: 'ready',
              label: t`Mark ready`,
              icon: <PackageCheck aria-hidden className="size-4" />,
              run: each(api.binders.markReadyMany, ({ id, ref = 0 }) => ({ id, ref })),
              undo: each(api.binders.undoReadyMany, ({ id, ref = 0 }) => ({ id, ref })),
              done: (count) => t`${count} binders ready for pickup`,
            },
        ]}
        empty={{
          icon: <FolderOpen />,
          title: t`The first binder`,
          text: t`Receive it by client and number: from then on its ninety days are watched.`,
        }}
      />
      {verbs.dialog}
      {dialog}
    </>
  );
}
