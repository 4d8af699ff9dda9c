import { useLingui } from '@lingui/react/macro';
import type { TaskPriority, TaskStatus } from '@officina/contracts/tasks';
import { DateField, SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { optionsOf } from '../../lib/options.ts';
import { searchColleagues } from '../../shell/pickers.ts';
import type { Pick } from '../../ui/combobox.tsx';
import { useTaskWords } from './task-words.tsx';

/** One field of many tasks, as the server takes it. */
export interface TaskChange {
  status?: TaskStatus;
  priority?: TaskPriority;
  assigneeId?: string | null;
  dueAt?: string | null;
}

interface TaskQuestionProps {
  field: keyof TaskChange;
  onAnswer: (change: TaskChange | false) => void;
}

/** Asks what a field of many tasks is to be. */
export function TaskQuestion({ field, onAnswer }: TaskQuestionProps) {
  const { t } = useLingui();
  const { statuses, priorities } = useTaskWords();
  const form = useAppForm({
    defaults: {
      status: 'todo' as TaskStatus,
      priority: 'medium' as TaskPriority,
      assignee: null as Pick | null,
      dueAt: null as string | null,
    },
    guard: false,
    submit: async ({ assignee, ...values }): Promise<TaskChange> =>
      field === 'assigneeId' ? { assigneeId: assignee?.id ?? null } : { [field]: values[field] },
    done: onAnswer,
  });
  const titles = { status: t`Status`, priority: t`Priority`, assigneeId: t`Who`, dueAt: t`Due` };
  return (
    <FormDialog
      form={form}
      title={titles[field]}
      size="sm"
      submitLabel={t`Apply`}
      onClose={() => onAnswer(false)}
    >
      {field === 'status' && (
        <SelectField name="status" label={titles.status} labelHidden options={optionsOf(statuses)} />
      )}
      {field === 'priority' && (
        <SelectField name="priority" label={titles.priority} labelHidden options={optionsOf(priorities)} />
      )}
      {field === 'assigneeId' && (
        <RecordField
          name="assignee"
          label={titles.assigneeId}
          hint={t`Left empty, nobody has them.`}
          searchKey="colleagues"
          search={searchColleagues}
        />
      )}
      {field === 'dueAt' && (
        <DateField name="dueAt" label={titles.dueAt} hint={t`Left empty, they have no due date.`} />
      )}
    </FormDialog>
  );
}
