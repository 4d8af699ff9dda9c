import { useLingui } from '@lingui/react/macro';
import type { ContactView } from '@officina/contracts/contacts';
import { commaList } from '../../lib/comma-list.ts';
import { CheckboxField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { editsOf } from '../../shell/edits.ts';
import { api } from '../../trpc.ts';

interface ContactFormProps {
  /** The contact to edit; a new one without. */
  contact?: ContactView;
  onSaved: (contact: ContactView) => unknown;
  onClose: () => void;
}

const ADDRESS = ['street', 'city', 'postalCode', 'country'] as const;

function valuesOf(contact?: ContactView) {
  const { address } = contact ?? {};
  return {
    firstName: contact?.firstName ?? '',
    lastName: contact?.lastName ?? '',
    company: contact?.company ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    street: address?.street ?? '',
    postalCode: address?.postalCode ?? '',
    city: address?.city ?? '',
    country: address?.country ?? '',
    tags: contact?.tags.join(', ') ?? '',
    isVip: contact?.isVip ?? false,
  };
}

/** The address is one value for the server: all of it, or none when no line of it is filled. */
function inputOf({ street, postalCode, city, country, tags, ...rest }: ReturnType<typeof valuesOf>) {
  const filled = [street, postalCode, city].some((line) => line.trim());
  return {
    ...rest,
    address: filled ? { street, postalCode, city, country } : null,
    tags: commaList(tags),
  };
}

/** Everything that can be written about a contact. */
export function ContactForm({ contact, onSaved, onClose }: ContactFormProps) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: valuesOf(contact),
    rename: Object.fromEntries(ADDRESS.map((line) => [`address.${line}`, line])),
    edits: contact && editsOf(contact, () => api.contacts.get.query({ id: contact.id }), valuesOf),
    submit: (values, version) =>
      contact
        ? api.contacts.update.mutate({ id: contact.id, version, ...inputOf(values) })
        : api.contacts.create.mutate(inputOf(values)),
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      title={contact ? t`Edit contact` : t`New contact`}
      submitLabel={contact ? t`Save` : t`Create contact`}
      size="lg"
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-6">
        <TextField name="firstName" label={t`First name`} required autoFocus className="sm:col-span-3" />
        <TextField name="lastName" label={t`Last name`} required className="sm:col-span-3" />
        <TextField name="company" label={t`Company`} className="sm:col-span-6" />
        <TextField name="email" label={t`E-mail`} type="email" inputMode="email" className="sm:col-span-3" />
        <TextField
          name="phone"
          label={t`Phone`}
          type="tel"
          hint={t`With the country, e.g. +33 6 12 34 56 78`}
          className="sm:col-span-3"
        />
        <TextField name="street" label={t`Street`} autoComplete="off" className="sm:col-span-6" />
        <TextField name="postalCode" label={t`Postal code`} inputMode="numeric" className="sm:col-span-2" />
        <TextField name="city" label={t`City`} className="sm:col-span-2" />
        <TextField name="country" label={t`Country`} className="sm:col-span-2" placeholder="France" />
        <TextField name="tags" label={t`Tags`} hint={t`Separated by commas`} className="sm:col-span-6" />
        <div className="sm:col-span-6">
          <CheckboxField name="isVip" label={t`VIP: marked with a star everywhere`} />
        </div>
      </div>
    </FormDialog>
  );
}
