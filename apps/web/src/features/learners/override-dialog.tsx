import { useLingui } from '@lingui/react/macro';
import { OVERRIDABLE_ACTIONS, type OverridableAction } from '@officina/contracts/training';
import type { EnrollmentDetail } from '@officina/contracts/training-staff';
import { SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { api } from '../../trpc.ts';
import { refreshTraining } from './refresh-training.ts';

const DAYS = ['1', '3', '7', '14', '30'];
const DAY_MS = 86_400_000;

export function useOverrideWords(): Record<OverridableAction, string> {
  const { t } = useLingui();
  return {
    CLOCK_IN: t`Clock in`,
    CLOCK_OUT: t`Clock out`,
    PWA_CHECKIN: t`Check in by code`,
    LOG_HOURS: t`Log hours`,
    ACCESS_COURSES: t`Open courses`,
  };
}

/** Lets a learner do one thing for a while although money is missing. */
export function OverrideDialog({ detail, onClose }: { detail: EnrollmentDetail; onClose: () => void }) {
  const { t } = useLingui();
  const words = useOverrideWords();
  const form = useAppForm({
    defaults: { action: 'CLOCK_IN', days: '1', reason: '' },
    submit: ({ action, days, reason }) =>
      api.training.createOverride.mutate({
        userId: detail.learner.userId,
        action,
        // A minute short of it: the server's clock may be behind.
        expiresAt: new Date(Date.now() + Number(days) * DAY_MS - 60_000).toISOString(),
        reason,
      }),
    done: () => {
      onClose();
      return refreshTraining();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Override for ${detail.learner.name}`}
      description={t`Lifts a payment hold and a payment past due. Start date, orientation, documents and approval of the shop stay.`}
      submitLabel={t`Allow`}
      size="sm"
      onClose={onClose}
    >
      <SelectField
        name="action"
        label={t`What they may do`}
        options={OVERRIDABLE_ACTIONS.map((value) => ({ value, label: words[value] }))}
        required
      />
      <SelectField
        name="days"
        label={t`For how many days`}
        options={DAYS.map((value) => ({ value, label: value }))}
        required
      />
      <TextareaField name="reason" label={t`Reason`} required maxLength={1000} />
    </FormDialog>
  );
}
