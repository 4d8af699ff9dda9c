import { useLingui } from '@lingui/react/macro';
import type { TaskBoard, TaskColumn, TaskView } from '@officina/contracts/tasks';
import { useAct } from '../../lib/use-act.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { refreshTasks } from './refresh-tasks.ts';
import { useTaskWords } from './task-words.tsx';

type Status = TaskColumn['status'];

/** The board with a task in its new place: above `beforeId`, or at the end of the column. */
export function moved(board: TaskBoard, task: TaskView, status: Status, beforeId: string | null): TaskBoard {
  const columns = board.columns.map((column) => {
    const items = column.items.filter(({ id }) => id !== task.id);
    const left = column.items.length - items.length;
    if (column.status !== status) return { ...column, items, total: column.total - left };
    const at = beforeId ? items.findIndex(({ id }) => id === beforeId) : -1;
    const place = at < 0 ? items.length : at;
    return {
      ...column,
      total: column.total - left + 1,
      items: items.toSpliced(place, 0, { ...task, status }),
    };
  });
  return { columns };
}

/** Moves a task on the board at once, and back if the server refuses. */
export function useMoveTask() {
  const { t } = useLingui();
  const { act } = useAct();
  const { statuses } = useTaskWords();
  return (task: TaskView, status: Status, beforeId: string | null) => {
    const { id, title } = task;
    const from = task.status;
    const column = statuses[status];
    return act({
      run: () => api.tasks.move.mutate({ id, status, beforeId }),
      done: from === status ? undefined : t`“${title}” is now under ${column}`,
      undo: from === status ? undefined : () => api.tasks.move.mutate({ id, status: from }),
      optimistic: () => {
        const filter = trpc.tasks.board.pathFilter();
        void queryClient.cancelQueries(filter);
        const before = queryClient.getQueriesData<TaskBoard>(filter);
        for (const [key, board] of before)
          if (board) queryClient.setQueryData(key, moved(board, task, status, beforeId));
        return () => {
          for (const [key, board] of before) queryClient.setQueryData(key, board);
        };
      },
      settled: refreshTasks,
    });
  };
}
