import { useLingui } from '@lingui/react/macro';
import { WEBHOOK_EVENTS, type WebhookEvent, type WebhookView } from '@officina/contracts/webhooks';
import { CheckboxField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { api } from '../../trpc.ts';

interface WebhookFormProps {
  /** The subscription to edit; a new one without. */
  webhook?: WebhookView;
  onSaved: (webhook: WebhookView & { secret?: string }) => unknown;
  onClose: () => void;
}

/** A dot in a field's name would be a path. */
const nameOf = (event: string) => event.replace('.', '_');
const EVENTS = WEBHOOK_EVENTS.filter((event) => event !== 'ping');

/** Where to send, and what. */
export function WebhookForm({ webhook, onSaved, onClose }: WebhookFormProps) {
  const { t } = useLingui();
  const has = (event: WebhookEvent) =>
    !webhook || webhook.events.includes('*') || webhook.events.includes(event);
  const form = useAppForm({
    defaults: {
      url: webhook?.url ?? 'https://',
      wanted: Object.fromEntries(EVENTS.map((event) => [nameOf(event), has(event)])),
    },
    submit: ({ url, wanted }): Promise<WebhookView & { secret?: string }> => {
      const chosen = EVENTS.filter((event) => wanted[nameOf(event)]);
      const events = chosen.length === EVENTS.length ? ['*'] : chosen;
      return webhook
        ? api.webhooks.update.mutate({ id: webhook.id, url, events })
        : api.webhooks.create.mutate({ url, events });
    },
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      title={webhook ? t`Edit webhook` : t`New webhook`}
      description={t`Each event goes to this address as signed JSON, and again when it does not arrive.`}
      submitLabel={webhook ? t`Save` : t`Create the webhook`}
      onClose={onClose}
    >
      <TextField name="url" type="url" label={t`Address`} maxLength={2000} required autoFocus dir="ltr" />
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="mb-2 font-medium text-sm">{t`Events`}</legend>
        {EVENTS.map((event) => (
          <CheckboxField key={event} name={`wanted.${nameOf(event)}`} label={<code>{event}</code>} />
        ))}
      </fieldset>
    </FormDialog>
  );
}
