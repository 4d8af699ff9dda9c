import { useLingui } from '@lingui/react/macro';
import {
  TASK_DUE_FILTERS,
  TASK_PRIORITIES,
  TASK_SORTS,
  TASK_STATUSES,
  type TaskView,
} from '@officina/contracts/tasks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Check, SquareKanban, Trash2 } from 'lucide-react';
import { date } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import type { Column } from '../../shell/list/types.ts';
import { INFINITE, PAGE_SIZE, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { refreshTasks } from './refresh-tasks.ts';
import { TaskDialogs } from './task-dialogs.tsx';
import { useTaskFilters } from './task-filters.ts';
import { DueDate, optionsOf, PriorityBadge, useTaskWords } from './task-words.tsx';

const route = getRouteApi('/app/tasks/table');

export function TasksPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { statuses } = useTaskWords();
  const status = { id: 'status', label: t`Status`, kind: 'one', options: optionsOf(statuses) } as const;
  const list = useList<TaskView>({
    id: 'tasks',
    search,
    columns: useColumns(),
    filters: [status, ...useTaskFilters()],
  });
  const query = useInfiniteQuery(
    trpc.tasks.list.infiniteQueryOptions(
      {
        limit: PAGE_SIZE,
        status: words(search.status, TASK_STATUSES)?.[0],
        assigneeId: search.assignee,
        contactId: search.contact,
        priority: words(search.priority, TASK_PRIORITIES)?.[0],
        due: words(search.due, TASK_DUE_FILTERS)?.[0],
        sort: words(list.sort?.by, TASK_SORTS)?.[0],
        dir: list.sort?.desc ? 'desc' : 'asc',
      },
      INFINITE,
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const create = can('tasks.create') && { label: t`New task`, run: () => list.set({ new: '1' }) };
  return (
    <>
      <ListPage
        list={list}
        query={query}
        title={t`Tasks`}
        nameOf={(row) => row.title}
        open={(row) => ({ to: '/tasks/table', search: { ...search, task: row.id } })}
        create={create}
        more={[
          { label: t`Board`, icon: <SquareKanban aria-hidden />, run: () => void navigate({ to: '/tasks' }) },
        ]}
        csv={`${t`tasks`}.csv`}
        settled={refreshTasks}
        bulk={[
          can('tasks.edit') && {
            id: 'done',
            label: t`Done`,
            icon: <Check aria-hidden className="size-4" />,
            run: (row) => api.tasks.update.mutate({ id: row.id, status: 'done' }),
            undo: (row) => api.tasks.update.mutate({ id: row.id, status: row.status }),
            done: (count) => t`${count} tasks done`,
          },
          can('tasks.delete') && {
            id: 'delete',
            label: t`Delete`,
            icon: <Trash2 aria-hidden className="size-4" />,
            danger: true,
            run: (row) => api.tasks.delete.mutate({ id: row.id }),
            undo: (row) => api.tasks.restore.mutate({ id: row.id }),
            done: (count) => t`${count} tasks deleted`,
          },
        ]}
        empty={{
          icon: <SquareKanban />,
          title: t`Nothing to do`,
          text: t`Tasks remind you and your colleagues of what comes next.`,
        }}
      />
      <TaskDialogs
        search={search}
        opened={rows.find(({ id }) => id === search.task)}
        onClose={() => list.set({ new: undefined, task: undefined })}
      />
    </>
  );
}

function useColumns(): Column<TaskView>[] {
  const { t } = useLingui();
  const { statuses, priorities } = useTaskWords();
  return [
    { id: 'title', header: t`Task`, width: 'minmax(14rem,3fr)', card: 'title', cell: (row) => row.title },
    { id: 'status', header: t`Status`, width: '8rem', card: 'line', cell: (row) => statuses[row.status] },
    {
      id: 'priority',
      header: t`Priority`,
      width: '7.5rem',
      sort: 'urgency',
      card: 'badge',
      cell: (row) => <PriorityBadge priority={row.priority} />,
      text: (row) => priorities[row.priority],
    },
    {
      id: 'due',
      header: t`Due`,
      width: '9rem',
      sort: 'dueAt',
      card: 'end',
      cell: (row) => <DueDate task={row} />,
      text: (row) => (row.dueAt ? date(row.dueAt) : ''),
    },
    { id: 'who', header: t`Who`, width: '10rem', cell: (row) => row.assignee?.name ?? null },
    {
      id: 'client',
      header: t`Client`,
      width: 'minmax(8rem,1fr)',
      card: 'line',
      cell: (row) => row.contact?.name ?? null,
    },
    {
      id: 'created',
      header: t`Added`,
      width: '8.5rem',
      sort: 'createdAt',
      hidden: true,
      cell: (row) => date(row.createdAt),
    },
  ];
}
