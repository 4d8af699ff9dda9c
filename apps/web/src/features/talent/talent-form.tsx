import { useLingui } from '@lingui/react/macro';
import type { TalentDetail } from '@officina/contracts/talent';
import { SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { optionsOf } from '../../lib/options.ts';
import { editsOf } from '../../shell/edits.ts';
import { useTalentWords } from '../../shell/talent/words.ts';
import { api } from '../../trpc.ts';

interface TalentFormProps {
  expert: TalentDetail;
  onSaved: () => unknown;
  onClose: () => void;
}

const valuesOf = ({ status, contactStatus, notes }: TalentDetail) => ({
  status,
  contactStatus,
  notes: notes ?? '',
});

/** What the firm makes of an expert. */
export function TalentForm({ expert, onSaved, onClose }: TalentFormProps) {
  const { t } = useLingui();
  const { statuses, contactStatuses } = useTalentWords();
  const { id, fullName } = expert;
  const form = useAppForm({
    defaults: valuesOf(expert),
    edits: editsOf(expert, () => api.talent.get.query({ id }), valuesOf),
    submit: (values, version) => api.talent.update.mutate({ id, version, ...values }),
    done: onSaved,
  });
  return (
    <FormDialog form={form} title={fullName} submitLabel={t`Save`} onClose={onClose}>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField name="status" label={t`Status`} options={optionsOf(statuses)} required />
        <SelectField name="contactStatus" label={t`Contact`} options={optionsOf(contactStatuses)} required />
      </div>
      <TextareaField name="notes" label={t`Notes`} rows={5} maxLength={5000} />
    </FormDialog>
  );
}
