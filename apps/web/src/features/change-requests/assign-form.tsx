import { useLingui } from '@lingui/react/macro';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { searchColleagues } from '../../shell/pickers.ts';
import { api } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';
import type { ChangeFormProps } from './change-form-props.ts';

/** Says who looks after the request; nobody when left empty. */
export function AssignForm({ change, onSaved, onClose }: ChangeFormProps) {
  const { t } = useLingui();
  const { id, version, assignedTo } = change;
  const form = useAppForm({
    defaults: {
      assignee:
        assignedTo && !assignedTo.gone
          ? ({ id: assignedTo.id, label: assignedTo.name } as Pick | null)
          : null,
    },
    rename: { assignedToUserId: 'assignee' },
    submit: ({ assignee }) =>
      api.changeRequests.update.mutate({ id, version, assignedToUserId: assignee?.id ?? null }),
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      title={t`Who looks after it?`}
      submitLabel={t`Assign`}
      size="sm"
      onClose={onClose}
    >
      <RecordField name="assignee" label={t`Assigned to`} search={searchColleagues} searchKey="colleagues" />
    </FormDialog>
  );
}
