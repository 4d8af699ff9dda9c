import { useLingui } from '@lingui/react/macro';
import type { StudioClientView } from '@officina/contracts/studio';
import { commaList } from '../../lib/comma-list.ts';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { editsOf } from '../../shell/edits.ts';
import { api } from '../../trpc.ts';

interface ClientFormProps {
  /** The client to edit; a new one without. */
  client?: StudioClientView;
  onSaved: (client: StudioClientView) => unknown;
  onClose: () => void;
}

const valuesOf = (client: StudioClientView) => ({
  name: client.name,
  email: client.email ?? '',
  phone: client.phone ?? '',
  company: client.company ?? '',
  address: client.address ?? '',
  website: client.website ?? '',
  status: client.status,
  notes: client.notes ?? '',
  tags: client.tags.join(', '),
});

const EMPTY = {
  name: '',
  email: '',
  phone: '',
  company: '',
  address: '',
  website: '',
  status: 'active',
  notes: '',
  tags: '',
};

/** Empty texts say that there is nothing. */
const given = ({ tags, name, status, ...texts }: typeof EMPTY) => ({
  name,
  status: status.trim() || 'active',
  tags: commaList(tags),
  ...(Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.trim() || null])) as Record<
    keyof typeof texts,
    string | null
  >),
});

/** Who a client is and how to reach them. */
export function ClientForm({ client, onSaved, onClose }: ClientFormProps) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: client ? valuesOf(client) : EMPTY,
    edits: client && editsOf(client, () => api.clients.get.query({ id: client.id }), valuesOf),
    submit: (values, version) =>
      client
        ? api.clients.update.mutate({ id: client.id, version, ...given(values) })
        : api.clients.create.mutate(given(values)),
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      title={client ? t`Edit client` : t`New client`}
      submitLabel={client ? t`Save` : t`Create the client`}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="name" label={t`Name`} maxLength={200} required autoFocus />
        <TextField name="company" label={t`Company`} maxLength={200} />
        <TextField name="email" type="email" label={t`E-mail`} maxLength={254} />
        <TextField name="phone" type="tel" label={t`Phone`} maxLength={40} />
        <TextField name="website" label={t`Website`} placeholder="https://" maxLength={300} dir="ltr" />
        <TextField
          name="status"
          label={t`Status`}
          hint={t`A word of your own, such as lead.`}
          maxLength={32}
        />
        <TextField name="address" label={t`Address`} maxLength={500} className="sm:col-span-2" />
        <TextField name="tags" label={t`Tags`} hint={t`Separated by commas.`} className="sm:col-span-2" />
        <div className="sm:col-span-2">
          <TextareaField name="notes" label={t`Notes`} rows={3} maxLength={5000} />
        </div>
      </div>
    </FormDialog>
  );
}
