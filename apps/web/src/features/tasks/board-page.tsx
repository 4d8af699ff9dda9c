import { useLingui } from '@lingui/react/macro';
import { TASK_DUE_FILTERS, TASK_PRIORITIES, type TaskColumn, type TaskView } from '@officina/contracts/tasks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus, Table2 } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useKeys } from '../../lib/keys.ts';
import { can } from '../../lib/session.ts';
import { Board } from '../../shell/board/board.tsx';
import { useScreenActions } from '../../shell/commands.ts';
import { FilterChips } from '../../shell/list/filter-chips.tsx';
import { words } from '../../shell/list/search.ts';
import { useList } from '../../shell/list/use-list.ts';
import { Page } from '../../shell/page.tsx';
import { trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { BoardSkeleton, StatusColumn } from './status-column.tsx';
import { TaskDialogs } from './task-dialogs.tsx';
import { useTaskFilters } from './task-filters.ts';
import { useMoveTask } from './use-board.ts';

const route = getRouteApi('/app/tasks');

export function BoardPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const board = useRef<HTMLDivElement>(null);
  const list = useList<TaskView>({ id: 'tasks', search, columns: [], filters: useTaskFilters() });
  const query = useQuery({
    ...trpc.tasks.board.queryOptions({
      assigneeId: search.assignee,
      contactId: search.contact,
      priority: words(search.priority, TASK_PRIORITIES)?.[0],
      due: words(search.due, TASK_DUE_FILTERS)?.[0],
    }),
    placeholderData: keepPreviousData,
  });
  const move = useMoveTask();
  const tasks = query.data?.columns.flatMap((column) => column.items) ?? [];
  const add = () => list.set({ new: '1' });
  const create = can('tasks.create') && [{ id: 'create', label: t`New task`, keys: 'n', run: add }];
  useScreenActions(create || []);
  useKeys(t`Board`, [
    ...(create || []).map(({ keys, label, run }) => ({ keys, label, run })),
    { keys: 'j', label: t`Next task`, run: () => focusNext(board.current, 1) },
    { keys: 'k', label: t`Previous task`, run: () => focusNext(board.current, -1) },
  ]);
  const carried = useRef<string | null>(null);
  // A card that moves is another element in its new column, and once more if the server has it elsewhere: it keeps
  // the focus unless something else has taken it, so that the next key moves it on.
  useLayoutEffect(() => {
    if (!carried.current || document.activeElement !== document.body) return;
    board.current?.querySelector<HTMLElement>(`[data-task="${carried.current}"]`)?.focus();
  });
  const moveTo = (task: TaskView, status: TaskColumn['status'], before: string | null = null) => {
    carried.current = task.id;
    void move(task, status, before);
  };
  return (
    <Page
      title={t`Tasks`}
      fill
      actions={
        <>
          <LinkButton
            to="/tasks/table"
            icon={<Table2 aria-hidden className="size-4" />}
          >{t`Table`}</LinkButton>
          {create && (
            <Button
              variant="primary"
              icon={<Plus aria-hidden className="size-4" />}
              onClick={add}
            >{t`New task`}</Button>
          )}
        </>
      }
    >
      <div className="flex shrink-0 flex-wrap items-center gap-1.5 border-b px-(--gutter) py-1.5 max-md:flex-nowrap max-md:overflow-x-auto max-md:px-4">
        <FilterChips list={list} />
      </div>
      {query.error && !query.data ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : (
        <Board
          ref={board}
          onPointerDown={() => {
            carried.current = null;
          }}
        >
          {query.data ? (
            query.data.columns.map((column) => (
              <StatusColumn
                key={column.status}
                column={column}
                filters={search}
                onOpen={(task) => list.set({ task: task.id })}
                onMove={moveTo}
              />
            ))
          ) : (
            <BoardSkeleton />
          )}
        </Board>
      )}
      <TaskDialogs
        search={search}
        opened={tasks.find(({ id }) => id === search.task)}
        onClose={() => list.set({ new: undefined, task: undefined })}
      />
    </Page>
  );
}

/** Walks the cards in reading order. */
function focusNext(board: HTMLElement | null, step: number): void {
  const cards = [...(board?.querySelectorAll<HTMLElement>('[data-task]') ?? [])];
  const at = cards.indexOf(document.activeElement as HTMLElement);
  cards[Math.min(cards.length - 1, Math.max(0, at + step))]?.focus();
}
