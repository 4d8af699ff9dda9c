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
import { SquareKanban } from 'lucide-react';
import { optionsOf } from '../../lib/options.ts';
import { can } from '../../lib/session.ts';
import { ListPage } from '../../shell/list/list-page.tsx';
import { words } from '../../shell/list/search.ts';
import { INFINITE, PAGE_SIZE, rowOf, useList } from '../../shell/list/use-list.ts';
import { api, trpc } from '../../trpc.ts';
import { refreshTasks } from './refresh-tasks.ts';
import { useTaskColumns } from './task-columns.tsx';
import { TaskDialogs } from './task-dialogs.tsx';
import { useTaskFilters } from './task-filters.ts';
import { useTaskWords } from './task-words.tsx';
import { useTaskBulk } from './use-task-bulk.tsx';

const route = getRouteApi('/app/tasks/table');

export function TasksPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { statuses } = useTaskWords();
  const bulk = useTaskBulk();
  const status = { id: 'status', label: t`Status`, kind: 'one', options: optionsOf(statuses) } as const;
  const list = useList<TaskView>({
    id: 'tasks',
    search,
    columns: useTaskColumns(),
    searchable: false,
    filters: [status, ...useTaskFilters()],
  });
  const filters = {
    status: words(search.status, TASK_STATUSES)?.[0],
    assigneeId: search.assignee,
    contactId: search.contact,
    priority: words(search.priority, TASK_PRIORITIES)?.[0],
    due: words(search.due, TASK_DUE_FILTERS)?.[0],
  };
  const order = {
    sort: words(list.sort?.by, TASK_SORTS)?.[0],
    dir: list.sort?.desc ? 'desc' : 'asc',
  } as const;
  const query = useInfiniteQuery(
    trpc.tasks.list.infiniteQueryOptions({ limit: PAGE_SIZE, ...filters, ...order }, INFINITE),
  );
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
        csv={{ name: t`tasks`, page: (at) => api.tasks.list.query({ ...filters, ...order, ...at }) }}
        settled={refreshTasks}
        edits={{ listKey: trpc.tasks.list.pathKey(), can: (row) => row.abilities.edit }}
        matches={() => api.tasks.matches.query(filters)}
        bulk={bulk.actions}
        empty={{
          icon: <SquareKanban />,
          title: t`Nothing to do`,
          text: t`Tasks remind you and your colleagues of what comes next.`,
        }}
      />
      {bulk.dialog}
      <TaskDialogs
        search={search}
        opened={rowOf(query, search.task)}
        onClose={() => list.set({ new: undefined, task: undefined })}
      />
    </>
  );
}
