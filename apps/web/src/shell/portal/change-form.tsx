import { useLingui } from '@lingui/react/macro';
import type { ChangeRequest } from '@officina/contracts/change-requests';
import { CHANGE_IMPACTS, type ChangeImpact, type ChangeSeverity } from '@officina/contracts/portal';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { api } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';
import { ChangeFields } from './change-fields.tsx';
import { searchEngagements } from './pickers.ts';

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
      <ChangeFields />
    </FormDialog>
  );
}
