import { useLingui } from '@lingui/react/macro';
import type { OfficeClientDetail } from '@officina/contracts/office-clients';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { toastDone } from '../../lib/toast.ts';
import { api } from '../../trpc.ts';

interface ReminderDialogProps {
  client: OfficeClientDetail;
  onSaved: () => unknown;
  onClose: () => void;
}

/** Reminds a client of what is unpaid, in words of one's own or in the standard ones. */
export function ReminderDialog({ client, onSaved, onClose }: ReminderDialogProps) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: { text: '' },
    submit: ({ text }) => api.charges.remindPayment.mutate({ clientRef: client.ref, text }),
    done: () => {
      void toastDone(t`The reminder is on its way`);
      return onSaved();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Payment reminder`}
      description={client.fullName}
      submitLabel={t`Send the reminder`}
      size="sm"
      onClose={onClose}
    >
      <TextareaField
        name="text"
        label={t`Message`}
        hint={t`Left empty, it names the sum that is unpaid.`}
        rows={5}
        maxLength={1000}
        autoFocus
      />
    </FormDialog>
  );
}
