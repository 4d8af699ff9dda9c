import { useLingui } from '@lingui/react/macro';
import { SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { toastDone } from '../../lib/toast.ts';
import { api } from '../../trpc.ts';
import { useActivityWords } from './activity-words.tsx';

interface LogDialogProps {
  contactId: string;
  onLogged: () => unknown;
  onClose: () => void;
}

const LOGGABLE = [
  'CALL_MADE',
  'CALL_RECEIVED',
  'NOTE_ADDED',
  'MEETING',
  'SITE_VISIT',
  'EMAIL_RECEIVED',
  'WHATSAPP_RECEIVED',
] as const;

/** Puts a call, a note or a meeting on the customer's timeline. */
export function LogDialog({ contactId, onLogged, onClose }: LogDialogProps) {
  const { t } = useLingui();
  const { labels } = useActivityWords();
  const form = useAppForm({
    defaults: { type: 'CALL_MADE' as (typeof LOGGABLE)[number], description: '' },
    submit: (values) => api.activities.log.mutate({ ...values, contactId }),
    done: async () => {
      await onLogged();
      void toastDone(t`Added to the timeline`);
    },
  });
  return (
    <FormDialog form={form} title={t`Log an activity`} submitLabel={t`Add`} size="sm" onClose={onClose}>
      <SelectField
        name="type"
        label={t`What happened`}
        options={LOGGABLE.map((value) => ({ value, label: labels[value] }))}
      />
      <TextareaField
        name="description"
        label={t`In a few words`}
        required
        rows={4}
        maxLength={2000}
        autoFocus
      />
    </FormDialog>
  );
}
