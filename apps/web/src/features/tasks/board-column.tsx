import { useLingui } from '@lingui/react/macro';
import type { TaskColumn, TaskView } from '@officina/contracts/tasks';
import { clsx } from 'clsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TaskCard } from './task-card.tsx';
import { useTaskWords } from './task-words.tsx';
import { useColumnDrop } from './use-task-drag.ts';

interface BoardColumnProps {
  column: TaskColumn;
  filters: Record<string, string | undefined>;
  onOpen: (task: TaskView) => void;
  onMove: (task: TaskView, status: TaskColumn['status'], beforeId?: string) => void;
}

const COLUMN =
  'flex w-80 min-w-64 max-w-96 flex-1 flex-col rounded-panel bg-sunken max-md:w-[85vw] max-md:shrink-0 max-md:snap-center';

/** The tasks of one status; the first ones, with a way to the others. */
export function BoardColumn({ column, filters, onOpen, onMove }: BoardColumnProps) {
  const { t } = useLingui();
  const { statuses } = useTaskWords();
  const { column: drop, over } = useColumnDrop((task) => onMove(task, column.status));
  const others = column.total - column.items.length;
  const name = statuses[column.status];
  return (
    <section aria-label={name} className={clsx(COLUMN, over && 'outline-2 outline-accent-ink')}>
      <h2 className="flex items-center gap-2 px-3 pt-3 pb-2 font-semibold text-sm">
        {name}
        <span className="tabular font-normal text-ink-faint">
          {column.total > 1000 ? '1000+' : column.total}
        </span>
      </h2>
      <div ref={drop} className="min-h-24 flex-1 overflow-y-auto px-2 pb-3">
        {column.items.length === 0 && (
          <EmptyState title={column.status === 'todo' ? t`Nothing to do` : t`Drop a task here`} />
        )}
        <ul className="flex flex-col gap-2 pt-0.5">
          {column.items.map((task) => (
            <TaskCard
              key={task.id}
              task={task}
              onOpen={() => onOpen(task)}
              onMove={(status) => onMove(task, status)}
              onDropAbove={(dropped) => onMove(dropped, column.status, task.id)}
            />
          ))}
        </ul>
        {others > 0 && (
          <LinkButton
            to="/tasks/table"
            search={{ ...filters, status: column.status }}
            size="sm"
            className="mt-2 w-full"
          >
            {t`${others} more`}
          </LinkButton>
        )}
      </div>
    </section>
  );
}

/** Columns with cards to come. */
export function BoardSkeleton() {
  return [3, 2, 2].map((cards, column) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
    <div key={column} className={clsx(COLUMN, 'gap-2 p-3')}>
      <Skeleton className="h-5 w-24" />
      {Array.from({ length: cards }, (_, card) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
        <Skeleton key={card} className="h-24" />
      ))}
    </div>
  ));
}
