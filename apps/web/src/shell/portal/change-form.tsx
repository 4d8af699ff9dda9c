import { useLingui } from '@lingui/react/macro';
import type { ChangeRequest } from '@officina/contracts/change-requests';
import {
  CHANGE_IMPACTS,
  CHANGE_SEVERITIES,
  type ChangeImpact,
  type ChangeSeverity,
} from '@officina/contracts/portal';
import { SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { optionsOf } from '../../lib/options.ts';
import { api } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';
import { searchEngagements } from './pickers.ts';
import { usePortalWords } from './words.ts';

interface ChangeFormProps {
  /** The engagement that it is about; asked for without. */
  engagement?: { id: string; title: string };
  /** What stands in the form already, e.g. from a pending edit. */
  given?: { title?: string; description?: string; editEventId?: string };
  onSaved: (change: ChangeRequest) => unknown;
  onClose: () => void;
}

/** Asks for a change of what was agreed. */
export function ChangeForm({ engagement, given, onSaved, onClose }: ChangeFormProps) {
  const { t } = useLingui();
  const { impacts, severities } = usePortalWords();
  const form = useAppForm({
    defaults: {
      engagement: (engagement ? { id: engagement.id, label: engagement.title } : null) as Pick | null,
      title: given?.title ?? '',
      description: given?.description ?? '',
      impact: CHANGE_IMPACTS[0] as ChangeImpact,
      severity: 'med' as ChangeSeverity,
    },
    rename: { engagementId: 'engagement' },
    submit: ({ engagement: about, ...facts }) =>
      api.changeRequests.create.mutate({
        ...facts,
        engagementId: about?.id ?? '',
        editEventId: given?.editEventId,
      }),
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      title={t`Request a change`}
      description={t`It is decided before anything changes.`}
      submitLabel={t`Send the request`}
      onClose={onClose}
    >
      {!engagement && (
        <RecordField
          name="engagement"
          label={t`Engagement`}
          search={searchEngagements}
          searchKey="engagements"
          required
        />
      )}
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
