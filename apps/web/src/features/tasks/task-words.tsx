import { useLingui } from '@lingui/react/macro';
import { isOverdue, type TaskPriority, type TaskStatus, type TaskView } from '@officina/contracts/tasks';
import { clsx } from 'clsx';
import { CalendarClock } from 'lucide-react';
import { date, dateTime } from '../../lib/format.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';

const PRIORITY_TONE: Record<TaskPriority, Tone> = {
  urgent: 'danger',
  high: 'warning',
  medium: 'neutral',
  low: 'neutral',
};

/** Names of statuses, priorities and due filters, as options of fields and filters. */
export function useTaskWords() {
  const { t } = useLingui();
  const statuses: Record<TaskStatus, string> = {
    todo: t`To do`,
    in_progress: t`In progress`,
    done: t`Done`,
    cancelled: t`Cancelled`,
  };
  const priorities: Record<TaskPriority, string> = {
    urgent: t`Urgent`,
    high: t`High`,
    medium: t`Medium`,
    low: t`Low`,
  };
  const due = { overdue: t`Overdue`, today: t`Due today`, week: t`Due within a week`, none: t`No due date` };
  return { statuses, priorities, due };
}

/** High and urgent stand out; the usual priorities stay silent. */
export function PriorityBadge({ priority }: { priority: TaskPriority }) {
  const { priorities } = useTaskWords();
  return <StatusBadge tone={PRIORITY_TONE[priority]}>{priorities[priority]}</StatusBadge>;
}

/** When a task is due, in red once that is past. */
export function DueDate({ task }: { task: TaskView }) {
  const { t } = useLingui();
  if (!task.dueAt) return null;
  const late = isOverdue(task, new Date());
  return (
    <span
      title={dateTime(task.dueAt)}
      className={clsx('inline-flex items-center gap-1', late && 'font-medium text-danger')}
    >
      <CalendarClock aria-hidden className="size-3.5" />
      {date(task.dueAt)}
      {late && <span className="sr-only">{t`overdue`}</span>}
    </span>
  );
}
