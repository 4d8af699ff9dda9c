import { BOARD_STATUSES, type TaskColumn, type TaskView } from '@officina/contracts/tasks';
import { BoardCard } from '../../shell/board/board-card.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { DueDate, PriorityBadge, useTaskWords } from './task-words.tsx';

interface TaskCardProps {
  task: TaskView;
  onOpen: () => void;
  onMove: (status: TaskColumn['status']) => void;
  onDropAbove: (dropped: TaskView) => void;
}

/** A task on the board. */
export function TaskCard({ task, onOpen, onMove, onDropAbove }: TaskCardProps) {
  const { statuses } = useTaskWords();
  return (
    <BoardCard
      dragged={{ kind: 'task', item: task }}
      name={task.title}
      title={(props) => <button type="button" data-task={task.id} onClick={onOpen} {...props} />}
      status={task.status as TaskColumn['status']}
      columns={BOARD_STATUSES.map((value) => ({ value, label: statuses[value] }))}
      onMove={task.abilities.edit ? onMove : null}
      onDropAbove={onDropAbove}
      muted={task.status === 'done'}
    >
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
    </BoardCard>
  );
}
