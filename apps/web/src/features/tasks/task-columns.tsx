import { useLingui } from '@lingui/react/macro';
import type { TaskView } from '@officina/contracts/tasks';
import { date, dayOf } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import type { CellEditor } from '../../shell/list/cell-edit.ts';
import type { Column } from '../../shell/list/types.ts';
import { searchColleagues } from '../../shell/pickers.ts';
import { api } from '../../trpc.ts';
import type { Option } from '../../ui/select.tsx';
import { DueDate, PriorityBadge, useTaskWords } from './task-words.tsx';

const titleEditor: CellEditor<TaskView> = {
  kind: 'text',
  value: (row) => row.title,
  change: ({ id }, title) => ({
    shown: { title },
    save: (version) => api.tasks.update.mutate({ id, version, title }),
  }),
};

const choiceEditor = (field: 'status' | 'priority', options: Option[]): CellEditor<TaskView> => ({
  kind: 'select',
  options,
  value: (row) => row[field],
  change: ({ id }, value) => {
    const shown = { [field]: value };
    return { shown, save: (version) => api.tasks.update.mutate({ id, version, ...shown }) };
  },
});

const dueEditor: CellEditor<TaskView> = {
  kind: 'date',
  value: (row) => row.dueAt && dayOf(new Date(row.dueAt)),
  change: ({ id }, day) => ({
    shown: { dueAt: day && `${day}T12:00:00.000Z` },
    save: (version) => api.tasks.update.mutate({ id, version, dueAt: day }),
  }),
};

const assigneeEditor: CellEditor<TaskView> = {
  kind: 'record',
  searchKey: 'colleagues',
  search: searchColleagues,
  value: (row) => row.assignee && { id: row.assignee.id, label: row.assignee.name },
  change: ({ id }, pick) => ({
    shown: { assignee: pick && { id: pick.id, name: pick.label } },
    save: (version) => api.tasks.update.mutate({ id, version, assigneeId: pick?.id ?? null }),
  }),
};

/** The columns of the table of tasks. */
export function useTaskColumns(): Column<TaskView>[] {
  const { t } = useLingui();
  const { statuses, priorities } = useTaskWords();
  return [
    {
      id: 'title',
      header: t`Task`,
      width: 'minmax(14rem,3fr)',
      card: 'title',
      cell: (row) => row.title,
      edit: titleEditor,
    },
    {
      id: 'status',
      header: t`Status`,
      width: '8rem',
      card: 'line',
      cell: (row) => statuses[row.status],
      edit: choiceEditor('status', optionsOf(statuses)),
    },
    {
      id: 'priority',
      header: t`Priority`,
      width: '7.5rem',
      sort: 'urgency',
      card: 'badge',
      cell: (row) => <PriorityBadge priority={row.priority} />,
      text: (row) => priorities[row.priority],
      edit: choiceEditor('priority', optionsOf(priorities)),
    },
    {
      id: 'due',
      header: t`Due`,
      width: '9rem',
      sort: 'dueAt',
      card: 'end',
      cell: (row) => <DueDate task={row} />,
      text: (row) => (row.dueAt ? date(row.dueAt) : ''),
      edit: dueEditor,
    },
    {
      id: 'who',
      header: t`Who`,
      width: '10rem',
      cell: (row) => row.assignee?.name ?? null,
      edit: assigneeEditor,
    },
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
