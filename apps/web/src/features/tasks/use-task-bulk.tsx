import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { CalendarClock, Check, CircleDot, Flag, Trash2, UserRound } from 'lucide-react';
import { lazy } from 'react';
import { can } from '../../lib/session.ts';
import { type BulkAction, each, previously, unlessChanged } from '../../shell/list/bulk.ts';
import { useQuestion } from '../../shell/list/use-question.ts';
import { api } from '../../trpc.ts';
import type { TaskChange } from './task-question.tsx';

const TaskQuestion = lazy(() =>
  import('./task-question.tsx').then((module) => ({ default: module.TaskQuestion })),
);

const ICON = 'size-4';

/** What can be done to many tasks; put `dialog` into the page. */
export function useTaskBulk() {
  const { t } = useLingui();
  const ask = {
    status: useQuestion<TaskChange>((answer) => <TaskQuestion field="status" onAnswer={answer} />),
    assigneeId: useQuestion<TaskChange>((answer) => <TaskQuestion field="assigneeId" onAnswer={answer} />),
    priority: useQuestion<TaskChange>((answer) => <TaskQuestion field="priority" onAnswer={answer} />),
    dueAt: useQuestion<TaskChange>((answer) => <TaskQuestion field="dueAt" onAnswer={answer} />),
  };
  const undo = each(api.tasks.updateMany, (row) => {
    const before = (row.before ?? {}) as Partial<TaskChange>;
    const fields = (['status', 'assigneeId', 'priority', 'dueAt'] as const).filter(
      (field) => field in before,
    );
    return {
      ...unlessChanged(row),
      ...(Object.fromEntries(fields.map((field) => [field, previously(row, field)])) as TaskChange),
    };
  });
  const changing = (id: keyof typeof ask, label: string, icon: React.ReactNode): BulkAction | false =>
    can('tasks.edit') && {
      id,
      label,
      icon,
      ask: ask[id].ask,
      run: each(api.tasks.updateMany, (row, change: TaskChange) => ({ id: row.id, ...change })),
      undo,
      done: (count) => plural(count, { one: '# task changed', other: '# tasks changed' }),
    };
  const actions: (BulkAction | false)[] = [
    can('tasks.edit') && {
      id: 'done',
      label: t`Done`,
      icon: <Check aria-hidden className={ICON} />,
      run: each(api.tasks.updateMany, ({ id }) => ({ id, status: 'done' as const })),
      undo,
      done: (count) => plural(count, { one: '# task done', other: '# tasks done' }),
    },
    changing('status', t`Status`, <CircleDot aria-hidden className={ICON} />),
    changing('assigneeId', t`Assign`, <UserRound aria-hidden className={ICON} />),
    changing('priority', t`Priority`, <Flag aria-hidden className={ICON} />),
    changing('dueAt', t`Due`, <CalendarClock aria-hidden className={ICON} />),
    can('tasks.delete') && {
      id: 'delete',
      label: t`Delete`,
      icon: <Trash2 aria-hidden className={ICON} />,
      danger: true,
      run: each(api.tasks.deleteMany, ({ id }) => ({ id })),
      undo: each(api.tasks.restoreMany, ({ id }) => ({ id })),
      done: (count) => plural(count, { one: '# task deleted', other: '# tasks deleted' }),
    },
  ];
  return { actions, dialog: Object.entries(ask).map(([id, { dialog }]) => <div key={id}>{dialog}</div>) };
}
