import { useLingui } from '@lingui/react/macro';
import { TASK_PRIORITIES, TASK_STATUSES, type TaskView } from '@officina/contracts/tasks';
import { Trash2 } from 'lucide-react';
import { DateField, SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { dayOf } from '../../lib/format.ts';
import { optionsOf } from '../../lib/options.ts';
import { useAct } from '../../lib/use-act.ts';
import { editsOf } from '../../shell/edits.ts';
import { searchColleagues, searchContacts } from '../../shell/pickers.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import type { Pick } from '../../ui/combobox.tsx';
import { refreshTasks } from './refresh-tasks.ts';
import { useTaskWords } from './task-words.tsx';

interface TaskFormProps {
  /** The task to edit; a new one without. */
  task?: TaskView;
  /** Whom a new one concerns. */
  contact?: Pick | null;
  onClose: () => void;
}

const pickOf = (record: { id: string; name: string } | null | undefined): Pick | null =>
  record ? { id: record.id, label: record.name } : null;

const dayOfTask = (task: TaskView | undefined): string | null =>
  task?.dueAt ? dayOf(new Date(task.dueAt)) : null;

function valuesOf(task: TaskView | undefined, contact: Pick | null) {
  return {
    title: task?.title ?? '',
    description: task?.description ?? '',
    assignee: pickOf(task?.assignee),
    contact: task ? pickOf(task.contact) : contact,
    day: dayOfTask(task),
    status: task?.status ?? 'todo',
    priority: task?.priority ?? 'medium',
  };
}

/** A task: what, who, until when, for whom. */
export function TaskForm({ task, contact, onClose }: TaskFormProps) {
  const { t } = useLingui();
  const { act } = useAct();
  const { statuses, priorities } = useTaskWords();
  const day = dayOfTask(task);
  const form = useAppForm({
    defaults: valuesOf(task, contact ?? null),
    edits:
      task &&
      editsOf<TaskView, ReturnType<typeof valuesOf>>(
        task,
        () => api.tasks.get.query({ id: task.id }),
        (now) => valuesOf(now, null),
      ),
    rename: { assigneeId: 'assignee', contactId: 'contact', dueAt: 'day' },
    submit: ({ assignee, contact: concerned, day: due, ...rest }, version) => {
      // The hour of an untouched day is kept.
      const dueAt = due === day ? (task?.dueAt ?? null) : due;
      const input = { ...rest, dueAt, assigneeId: assignee?.id ?? null, contactId: concerned?.id ?? null };
      return task
        ? api.tasks.update.mutate({ id: task.id, version, ...input })
        : api.tasks.create.mutate(input);
    },
    done: () => {
      onClose();
      return refreshTasks();
    },
  });
  const remove = async (id: string) => {
    const done = await act({
      run: () => api.tasks.delete.mutate({ id }),
      done: t`Task deleted`,
      undo: () => api.tasks.restore.mutate({ id }),
      settled: refreshTasks,
    });
    if (done) onClose();
  };
  return (
    <FormDialog
      form={form}
      title={task ? t`Task` : t`New task`}
      submitLabel={task ? t`Save` : t`Create task`}
      onClose={onClose}
      extra={
        task?.abilities.delete && (
          <Button
            variant="ghost"
            icon={<Trash2 aria-hidden className="size-4" />}
            onClick={() => void remove(task.id)}
          >
            {t`Delete`}
          </Button>
        )
      }
    >
      <TextField name="title" label={t`What is to be done`} required autoFocus maxLength={255} />
      <div className="grid gap-4 sm:grid-cols-2">
        <RecordField name="assignee" label={t`Who`} searchKey="colleagues" search={searchColleagues} />
        <DateField name="day" label={t`Until`} />
        <SelectField
          name="priority"
          label={t`Priority`}
          options={optionsOf(priorities).filter(({ value }) => TASK_PRIORITIES.includes(value))}
        />
        <SelectField
          name="status"
          label={t`Status`}
          options={TASK_STATUSES.map((value) => ({ value, label: statuses[value] }))}
        />
        <RecordField
          name="contact"
          label={t`Client`}
          className="sm:col-span-2"
          searchKey="contacts"
          search={searchContacts}
        />
      </div>
      <TextareaField name="description" label={t`Details`} rows={4} maxLength={5000} />
    </FormDialog>
  );
}
