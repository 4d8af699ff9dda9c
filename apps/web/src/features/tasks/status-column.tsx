import { useLingui } from '@lingui/react/macro';
import type { TaskColumn, TaskView } from '@officina/contracts/tasks';
import { clsx } from 'clsx';
import { BoardColumn, COLUMN_CLASS } from '../../shell/board/board.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TaskCard } from './task-card.tsx';
import { useTaskWords } from './task-words.tsx';

interface StatusColumnProps {
  column: TaskColumn;
  filters: Record<string, string | undefined>;
  onOpen: (task: TaskView) => void;
  onMove: (task: TaskView, status: TaskColumn['status'], beforeId?: string) => void;
}

/** The tasks of one status; the first ones, with a way to the others. */
export function StatusColumn({ column, filters, onOpen, onMove }: StatusColumnProps) {
  const { t } = useLingui();
  const { statuses } = useTaskWords();
  const { status, items, total } = column;
  const others = total - items.length;
  return (
    <BoardColumn
      title={statuses[status]}
      count={total > 1000 ? '1000+' : total}
      kind="task"
      onDrop={(task: TaskView) => onMove(task, status)}
      items={items}
      card={(task) => (
        <TaskCard
          key={task.id}
          task={task}
          onOpen={() => onOpen(task)}
          onMove={(to) => onMove(task, to)}
          onDropAbove={(dropped) => onMove(dropped, status, task.id)}
        />
      )}
      empty={
        status === 'todo' ? (
          <EmptyState title={t`Nothing to do`}>
            {t`Tasks remind you and your colleagues of what comes next.`}
          </EmptyState>
        ) : (
          <EmptyState title={t`Drop a task here`} />
        )
      }
    >
      {others > 0 && (
        <LinkButton to="/tasks/table" search={{ ...filters, status }} size="sm" className="mt-2 w-full">
          {t`${others} more`}
        </LinkButton>
      )}
    </BoardColumn>
  );
}

/** Columns with cards to come. */
export function BoardSkeleton() {
  return [3, 2, 2].map((cards, column) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
    <div key={column} className={clsx(COLUMN_CLASS, 'gap-2 p-3')}>
      <Skeleton className="h-5 w-24" />
      {Array.from({ length: cards }, (_, card) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
        <Skeleton key={card} className="h-24" />
      ))}
    </div>
  ));
}
