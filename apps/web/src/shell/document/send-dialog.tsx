import { useLingui } from '@lingui/react/macro';
import type { DocumentMessage } from '@officina/contracts/document-message';
import { Controller, useWatch } from 'react-hook-form';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { useMedia } from '../../lib/use-media.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

export type SendChannel = 'email' | 'whatsapp';

/** What goes to the client; emptied fields take the standard wording. */
export interface Sending {
  channel: SendChannel;
  to: string;
  subject: string;
  body: string;
}

interface SendDialogProps {
  title: string;
  submitLabel: string;
  /** The standard message, for the sender to change. */
  message: { data: DocumentMessage | undefined; error: unknown; refetch: () => unknown };
  /** The printed document, as it will be attached. */
  pdf: { url: string; version: number; name: string };
  /** What goes along by itself: the PDF, a link. */
  hint: Record<SendChannel, string>;
  send: (sending: Sending) => Promise<unknown>;
  done: () => unknown;
  refused: () => unknown;
  onClose: () => void;
}

/** Sends a document by e-mail or WhatsApp, with the page in sight that goes along. */
export function SendDialog(props: SendDialogProps) {
  const { title, message, onClose } = props;
  if (message.data) return <SendForm {...props} standard={message.data} />;
  return (
    <Dialog title={title} size="lg" onClose={onClose}>
      {message.error ? (
        <ErrorCard error={message.error} retry={() => message.refetch()} />
      ) : (
        <SkeletonText lines={8} />
      )}
    </Dialog>
  );
}

function SendForm(props: SendDialogProps & { standard: DocumentMessage }) {
  const { title, submitLabel, pdf, standard, onClose } = props;
  const { t } = useLingui();
  const wide = useMedia('(min-width: 768px)');
  const address = { email: standard.email ?? '', whatsapp: standard.phone ?? '' };
  const usual: SendChannel = address.email || !address.whatsapp ? 'email' : 'whatsapp';
  const form = useAppForm<Sending>({
    defaults: { channel: usual, to: address[usual], subject: standard.subject, body: standard.body },
    submit: props.send,
    done: props.done,
    refused: props.refused,
  });
  const channel = useWatch({ control: form.methods.control, name: 'channel' });
  return (
    <FormDialog form={form} title={title} size="lg" submitLabel={submitLabel} onClose={onClose}>
      <div className="grid gap-6 md:grid-cols-[1fr_1.1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <Controller
            name="channel"
            control={form.methods.control}
            render={({ field }) => (
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
          />
          <TextField
            name="to"
            label={channel === 'email' ? t`E-mail address` : t`Phone number`}
            type={channel === 'email' ? 'email' : 'tel'}
            required
          />
          {channel === 'email' && <TextField name="subject" label={t`Subject`} />}
          <TextareaField
            name="body"
            label={t`Message`}
            rows={10}
            hint={channel === 'email' ? props.hint.email : props.hint.whatsapp}
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
