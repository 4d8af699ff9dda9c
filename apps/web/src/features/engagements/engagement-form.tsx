import { useLingui } from '@lingui/react/macro';
import type { Engagement } from '@officina/contracts/engagements';
import { ENGAGEMENT_STAGES, ENGAGEMENT_STATUSES } from '@officina/contracts/portal';
import { DateField, SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { editsOf } from '../../shell/edits.ts';
import { searchColleagues } from '../../shell/pickers.ts';
import { dayPart } from '../../shell/portal/figures.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { api } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';

interface EngagementFormProps {
  engagement: Engagement;
  onSaved: () => unknown;
  onClose: () => void;
}

const valuesOf = ({ title, stage, status, owner, startDate, targetDate }: Engagement) => ({
  title,
  stage,
  status,
  owner: owner && ({ id: owner.id, label: owner.name } as Pick | null),
  startDate: dayPart(startDate),
  targetDate: dayPart(targetDate),
});

/** How staff run an engagement: stage, status, lead and dates. Billing codes are a matter of edits. */
export function EngagementForm({ engagement, onSaved, onClose }: EngagementFormProps) {
  const { t } = useLingui();
  const { stages, engagementStatuses } = usePortalWords();
  const { id, stage, abilities } = engagement;
  const form = useAppForm({
    defaults: valuesOf(engagement),
    rename: { ownerId: 'owner' },
    edits: editsOf(engagement, async () => (await api.engagements.get.query({ id })).engagement, valuesOf),
    submit: ({ owner, ...facts }, version) =>
      api.engagements.update.mutate({ id, version, ...facts, ownerId: owner?.id ?? null }),
    done: onSaved,
  });
  // Only who may reopen takes it out of closed again.
  const shut = stage === 'closed' && !abilities.reopen;
  return (
    <FormDialog form={form} title={t`Plan the engagement`} submitLabel={t`Save`} onClose={onClose}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="title" label={t`Title`} maxLength={200} required className="sm:col-span-2" />
        <SelectField
          name="stage"
          label={t`Stage`}
          options={ENGAGEMENT_STAGES.map((value) => ({ value, label: stages[value] }))}
          disabled={shut}
          hint={shut ? t`An admin can reopen it.` : t`Closing it completes it.`}
          required
        />
        <SelectField
          name="status"
          label={t`Status`}
          options={ENGAGEMENT_STATUSES.map((value) => ({ value, label: engagementStatuses[value] }))}
          required
        />
        <RecordField
          name="owner"
          label={t`Lead`}
          search={searchColleagues}
          searchKey="colleagues"
          className="sm:col-span-2"
        />
        <DateField name="startDate" label={t`Start`} />
        <DateField name="targetDate" label={t`Target`} />
      </div>
    </FormDialog>
  );
}
