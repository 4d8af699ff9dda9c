import { useLingui } from '@lingui/react/macro';
import { QuantityField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api } from '../../trpc.ts';
import type { ChangeFormProps } from './change-form-props.ts';

type Decision = 'approved' | 'rejected' | 'needs_info';
const LEAST = -100_000_000;

/** Staff decide, with a note to the client and, when approving, what it costs and delays. */
export function DecideForm({ change, decision, onSaved, onClose }: ChangeFormProps & { decision: Decision }) {
  const { t } = useLingui();
  const { id, title, costDeltaEUR, scheduleDeltaDays } = change;
  const form = useAppForm({
    defaults: { decisionNote: '', costDeltaEUR, scheduleDeltaDays },
    submit: (values) =>
      api.changeRequests.decide.mutate({
        id,
        status: decision,
        ...(decision === 'approved' ? values : { decisionNote: values.decisionNote }),
      }),
    refused: refreshPortal,
    done: onSaved,
  });
  const titles: Record<Decision, string> = {
    approved: t`Approve “${title}”`,
    rejected: t`Reject “${title}”`,
    needs_info: t`Ask back about “${title}”`,
  };
  const verbs: Record<Decision, string> = {
    approved: t`Approve`,
    rejected: t`Reject`,
    needs_info: t`Ask back`,
  };
  return (
    <FormDialog
      form={form}
      title={titles[decision]}
      description={t`The client is told at once, with your note.`}
      submitLabel={verbs[decision]}
      onClose={onClose}
    >
      <TextareaField
        name="decisionNote"
        label={decision === 'needs_info' ? t`What is missing` : t`Note to the client`}
        rows={4}
        maxLength={1000}
        required
        autoFocus
      />
      {decision === 'approved' && (
        <div className="grid gap-4 sm:grid-cols-2">
          <QuantityField
            name="costDeltaEUR"
            label={t`Cost`}
            hint={t`Whole euros; negative when it gets cheaper`}
            decimals={0}
            min={LEAST}
            unit="EUR"
          />
          <QuantityField
            name="scheduleDeltaDays"
            label={t`Schedule`}
            hint={t`Days; negative when it gets earlier`}
            decimals={0}
            min={-3650}
            unit={t`days`}
          />
        </div>
      )}
    </FormDialog>
  );
}
