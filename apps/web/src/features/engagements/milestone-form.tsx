import { useLingui } from '@lingui/react/macro';
import type { Milestone } from '@officina/contracts/engagements';
import { DateField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { editsOf } from '../../shell/edits.ts';
import { dayPart } from '../../shell/portal/figures.ts';
import { api } from '../../trpc.ts';
import { workNow } from './work-now.ts';

interface MilestoneFormProps {
  engagementId: string;
  /** The milestone to edit; a new one without. */
  milestone?: Milestone;
  onSaved: () => unknown;
  onClose: () => void;
}

const valuesOf = ({ title, dueDate }: Milestone) => ({ title, dueDate: dayPart(dueDate) });

/** A milestone's title and day. */
export function MilestoneForm({ engagementId, milestone, onSaved, onClose }: MilestoneFormProps) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: milestone ? valuesOf(milestone) : { title: '', dueDate: null },
    edits: milestone && editsOf(milestone, () => workNow(engagementId, 'milestones', milestone.id), valuesOf),
    submit: (values, version) =>
      milestone
        ? api.milestones.update.mutate({ id: milestone.id, version, ...values })
        : api.milestones.create.mutate({ engagementId, ...values }),
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      title={milestone ? t`Edit milestone` : t`New milestone`}
      submitLabel={milestone ? t`Save` : t`Add the milestone`}
      size="sm"
      onClose={onClose}
    >
      <TextField name="title" label={t`Title`} maxLength={200} required autoFocus />
      <DateField name="dueDate" label={t`Due`} />
    </FormDialog>
  );
}
