import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { FormField } from '../../lib/form/form-field.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { useMedia } from '../../lib/use-media.ts';
import { trpc } from '../../trpc.ts';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';

export type SendChannel = 'email' | 'whatsapp';

/** What goes to the client; empty fields take the contact's address and the standard wording. */
export interface Sending {
  channel: SendChannel;
  to: string;
  subject: string;
  body: string;
}

interface SendDialogProps {
  title: string;
  submitLabel: string;
  contactId: string;
  /** The printed document, as it will be attached. */
  pdf: { url: string; version: number; name: string };
  send: (sending: Sending) => Promise<unknown>;
  done: () => unknown;
  onClose: () => void;
}

/** Sends a document by e-mail or WhatsApp, with the page in sight that goes along. */
export function SendDialog(props: SendDialogProps) {
  // A contact that was deleted meanwhile has no coordinates; the address can still be typed.
  const contact = useQuery({ ...trpc.contacts.get.queryOptions({ id: props.contactId }), retry: false });
  if (contact.isPending) return null;
  return <SendForm {...props} email={contact.data?.email ?? ''} phone={contact.data?.phone ?? ''} />;
}

function SendForm(props: SendDialogProps & { email: string; phone: string }) {
  const { title, submitLabel, pdf, email, phone, onClose } = props;
  const { t } = useLingui();
  const wide = useMedia('(min-width: 768px)');
  const address = { email, whatsapp: phone };
  const form = useAppForm<Sending>({
    defaults: { channel: email || !phone ? 'email' : 'whatsapp', to: email || phone, subject: '', body: '' },
    submit: props.send,
    done: props.done,
  });
  const channel = useWatch({ control: form.methods.control, name: 'channel' });
  return (
    <FormDialog
      form={form}
      title={title}
      description={t`The PDF goes along.`}
      size="lg"
      submitLabel={submitLabel}
      onClose={onClose}
    >
      <div className="grid gap-6 md:grid-cols-[1fr_1.1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <FormField name="channel" label={t`By`} labelHidden>
            {(field) => (
              <RadioGroup<SendChannel>
                legend={t`By`}
                segmented
                options={[
                  { value: 'email', label: t`E-mail` },
                  { value: 'whatsapp', label: t`WhatsApp` },
                ]}
                value={field.value}
                onChange={(next) => {
                  field.onChange(next);
                  form.methods.setValue('to', address[next]);
                }}
              />
            )}
          </FormField>
          <TextField
            name="to"
            label={channel === 'email' ? t`E-mail address` : t`Phone number`}
            type={channel === 'email' ? 'email' : 'tel'}
            required
          />
          {channel === 'email' && (
            <TextField name="subject" label={t`Subject`} placeholder={t`Standard subject`} />
          )}
          <TextareaField
            name="body"
            label={t`Message`}
            rows={7}
            placeholder={t`Standard wording`}
            hint={t`Left empty, the standard wording of your firm is sent.`}
          />
        </div>
        {wide && (
          <div className="max-h-[60dvh] overflow-y-auto">
            <PdfPane source={pdf.url} version={pdf.version} title={pdf.name} fileName={`${pdf.name}.pdf`} />
          </div>
        )}
      </div>
    </FormDialog>
  );
}
