import { useLingui } from '@lingui/react/macro';
import { CLIENT_TYPES } from '@officina/contracts/office';
import type { OfficeClientView } from '@officina/contracts/office-clients';
import { DateField, SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { dayOf } from '../../lib/format.ts';
import { api } from '../../trpc.ts';
import { editsOf } from '../edits.ts';
import { useOfficeWords } from './words.ts';

interface ClientFormProps {
  /** The client to edit; a new one without. */
  client?: OfficeClientView;
  /** Of a new client, as far as it was typed. */
  name?: string;
  onSaved: (client: OfficeClientView) => unknown;
  onClose: () => void;
}

const valuesOf = (client?: OfficeClientView, name = '') => ({
  fullName: client?.fullName ?? name,
  idNumber: client?.idNumber ?? '',
  clientType: client?.clientType ?? CLIENT_TYPES[0],
  openedAt: (client?.openedAt ?? dayOf()) as string | null,
  phone: client?.phone ?? '',
  email: client?.email ?? '',
  notes: client?.notes ?? '',
});

/** A client's facts. Number, type and opening day are given once. */
export function ClientForm({ client, name, onSaved, onClose }: ClientFormProps) {
  const { t } = useLingui();
  const { clientTypes } = useOfficeWords();
  const form = useAppForm({
    defaults: valuesOf(client, name),
    edits:
      client &&
      editsOf(
        client,
        () => api.officeClients.get.query({ ref: client.ref }),
        (row: OfficeClientView) => valuesOf(row),
      ),
    submit: ({ fullName, phone, email, notes, ...once }, version) =>
      client
        ? api.officeClients.update.mutate({ ref: client.ref, version, fullName, phone, email, notes })
        : api.officeClients.create.mutate({
            fullName,
            phone,
            email,
            notes,
            ...once,
            openedAt: once.openedAt ?? '',
          }),
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      title={client ? t`Edit client` : t`New client`}
      submitLabel={client ? t`Save` : t`Create client`}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="fullName"
          label={t`Full name`}
          maxLength={200}
          required
          autoFocus
          className="sm:col-span-2"
        />
        <TextField
          name="idNumber"
          label={t`Id number`}
          inputMode="numeric"
          maxLength={32}
          autoComplete="off"
          disabled={client !== undefined}
          required
        />
        <SelectField
          name="clientType"
          label={t`Type`}
          options={CLIENT_TYPES.map((value) => ({ value, label: clientTypes[value] }))}
          disabled={client !== undefined}
          required
        />
        <DateField name="openedAt" label={t`Client since`} disabled={client !== undefined} required />
        <TextField name="phone" label={t`Phone`} type="tel" maxLength={32} />
        <TextField name="email" label={t`E-mail`} type="email" maxLength={254} className="sm:col-span-2" />
        <TextareaField name="notes" label={t`Notes`} rows={3} maxLength={4000} className="sm:col-span-2" />
      </div>
    </FormDialog>
  );
}
