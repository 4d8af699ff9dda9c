import { useLingui } from '@lingui/react/macro';
import { BOARD_STATUSES, type TaskColumn, type TaskView } from '@officina/contracts/tasks';
import { clsx } from 'clsx';
import { EllipsisVertical } from 'lucide-react';
import { Avatar } from '../../ui/avatar.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { DueDate, PriorityBadge, useTaskWords } from './task-words.tsx';
import { useCardDrag } from './use-task-drag.ts';

interface TaskCardProps {
  task: TaskView;
  onOpen: () => void;
  onMove: (status: TaskColumn['status']) => void;
  onDropAbove: (dropped: TaskView) => void;
}

/** A task on the board: open it, drag it, or move it with the menu or with [ and ]. */
export function TaskCard({ task, onOpen, onMove, onDropAbove }: TaskCardProps) {
  const { t } = useLingui();
  const { statuses } = useTaskWords();
  const { card, dragging, over } = useCardDrag(task, onDropAbove);
  const { edit } = task.abilities;
  const step = (by: number) => {
    const next = BOARD_STATUSES[BOARD_STATUSES.indexOf(task.status as TaskColumn['status']) + by];
    if (next && edit) onMove(next);
  };
  return (
    <li
      ref={card}
      className={clsx(
        'group relative rounded-control border border-line bg-surface p-3 shadow-panel transition-shadow hover:border-line-strong',
        dragging && 'opacity-40',
        over &&
          'before:absolute before:inset-x-0 before:-top-1.5 before:h-0.5 before:rounded before:bg-accent-ink',
        task.status === 'done' && 'text-ink-muted',
      )}
    >
      <div className="flex items-start gap-2">
        <button
          type="button"
          data-task={task.id}
          className="min-w-0 flex-1 text-start font-medium text-sm after:absolute after:inset-0 after:rounded-control focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent-ink"
          onClick={onOpen}
          onKeyDown={(event) => {
            if (event.key === '[') step(-1);
            if (event.key === ']') step(1);
          }}
        >
          {task.title}
        </button>
        {edit && (
          <span className="relative z-10 -me-1.5 -mt-1.5">
            <Menu
              align="end"
              entries={BOARD_STATUSES.filter((status) => status !== task.status).map((status) => {
                const column = statuses[status];
                return { label: t`Move to ${column}`, run: () => onMove(status) };
              })}
              trigger={
                <IconButton label={t`Move “${task.title}”`} size="sm">
                  <EllipsisVertical aria-hidden className="size-4" />
                </IconButton>
              }
            />
          </span>
        )}
      </div>
      {task.contact && <p className="mt-0.5 truncate text-ink-muted text-sm">{task.contact.name}</p>}
      <div className="mt-2 flex items-center gap-2 text-ink-muted text-xs">
        {(task.priority === 'urgent' || task.priority === 'high') && (
          <PriorityBadge priority={task.priority} />
        )}
        <DueDate task={task} />
        {task.assignee && (
          <span className="ms-auto" title={task.assignee.name}>
            <Avatar name={task.assignee.name} size="sm" />
          </span>
        )}
      </div>
    </li>
  );
}
