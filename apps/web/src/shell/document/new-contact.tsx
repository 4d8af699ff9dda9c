import { useLingui } from '@lingui/react/macro';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { api } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';

interface NewContactDialogProps {
  /** What was typed into the picker. */
  name: string;
  onCreated: (contact: Pick) => void;
  onClose: () => void;
}

/** The few fields that a document needs of a new client; the rest is on their own page. */
export function NewContactDialog({ name, onCreated, onClose }: NewContactDialogProps) {
  const { t } = useLingui();
  const [firstName = '', ...rest] = name.trim().split(/\s+/);
  const form = useAppForm({
    defaults: { firstName, lastName: rest.join(' '), company: '', email: '', phone: '' },
    submit: (values) => api.contacts.create.mutate(values),
    done: (contact) => onCreated({ id: contact.id, label: contact.displayName }),
  });
  return (
    <FormDialog form={form} title={t`New client`} submitLabel={t`Create client`} onClose={onClose}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="firstName" label={t`First name`} required autoFocus />
        <TextField name="lastName" label={t`Last name`} required />
        <TextField name="company" label={t`Company`} className="sm:col-span-2" />
        <TextField name="email" label={t`E-mail`} type="email" inputMode="email" />
        <TextField
          name="phone"
          label={t`Phone`}
          type="tel"
          hint={t`With the country, e.g. +33 6 12 34 56 78`}
        />
      </div>
    </FormDialog>
  );
}
