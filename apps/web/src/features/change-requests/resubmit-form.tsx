import { useLingui } from '@lingui/react/macro';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { toastDone } from '../../lib/toast.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';
import type { ChangeFormProps } from './change-form-props.ts';

/** Answers what staff asked back: a fuller description, and why it changed. */
export function ResubmitForm({ change, onSaved, onClose }: ChangeFormProps) {
  const { t } = useLingui();
  const { id, description, decisionNote } = change;
  const form = useAppForm({
    defaults: { description, reason: '' },
    submit: (values) => api.changeRequests.resubmit.mutate({ id, ...values }),
    refused: refreshPortal,
    done: async () => {
      await onSaved();
      void toastDone(t`The request is proposed again`);
    },
  });
  return (
    <FormDialog form={form} title={t`Complete the request`} submitLabel={t`Send it again`} onClose={onClose}>
      {decisionNote && <Notice tone="warning">{decisionNote}</Notice>}
      <TextareaField
        name="description"
        label={t`What should change, and why`}
        rows={6}
        maxLength={5000}
        required
        autoFocus
      />
      <TextareaField
        name="reason"
        label={t`What you added`}
        hint={t`Kept with the request`}
        rows={2}
        maxLength={1000}
        required
      />
    </FormDialog>
  );
}
