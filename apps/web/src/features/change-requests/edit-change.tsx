import { useLingui } from '@lingui/react/macro';
import type { ChangeRequestItem } from '@officina/contracts/change-requests';
import { CHANGE_SEVERITIES } from '@officina/contracts/portal';
import { SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { optionsOf } from '../../lib/options.ts';
import { editsOf } from '../../shell/edits.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { api } from '../../trpc.ts';
import type { ChangeFormProps } from './change-form-props.ts';

const valuesOf = ({ title, description, impact, severity }: ChangeRequestItem) => ({
  title,
  description,
  impact,
  severity,
});

/** What is asked may change while nobody has decided. */
export function EditChange({ change, onSaved, onClose }: ChangeFormProps) {
  const { t } = useLingui();
  const { impacts, severities } = usePortalWords();
  const { id } = change;
  const form = useAppForm({
    defaults: valuesOf(change),
    edits: editsOf(change, () => api.changeRequests.get.query({ id }), valuesOf),
    submit: (values, version) => api.changeRequests.update.mutate({ id, version, ...values }),
    done: onSaved,
  });
  return (
    <FormDialog form={form} title={t`Edit the request`} submitLabel={t`Save`} onClose={onClose}>
      <TextField name="title" label={t`Title`} maxLength={200} required autoFocus />
      <TextareaField
        name="description"
        label={t`What should change, and why`}
        rows={5}
        maxLength={5000}
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField name="impact" label={t`What it touches most`} options={optionsOf(impacts)} required />
        <SelectField
          name="severity"
          label={t`How much it matters`}
          options={CHANGE_SEVERITIES.map((value) => ({ value, label: severities[value] }))}
          required
        />
      </div>
    </FormDialog>
  );
}
