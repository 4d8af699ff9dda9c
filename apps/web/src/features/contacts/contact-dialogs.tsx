import { useLingui } from '@lingui/react/macro';
import type { ContactDetail } from '@officina/contracts/contacts';
import { useNavigate } from '@tanstack/react-router';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { toastDone } from '../../lib/toast.ts';
import { api } from '../../trpc.ts';
import { ContactForm } from './contact-form.tsx';
import { LogDialog } from './log-dialog.tsx';
import { refreshContacts } from './refresh-contacts.ts';
import type { ContactDialog } from './use-contact-actions.tsx';

interface Props {
  contact: ContactDetail;
  onClose: () => void;
}

/** The questions that an action of a contact asks before it happens. */
export function ContactDialogs({ dialog, contact, onClose }: Props & { dialog: ContactDialog }) {
  const saved = () => {
    onClose();
    return refreshContacts();
  };
  switch (dialog) {
    case 'edit':
      return <ContactForm contact={contact} onSaved={saved} onClose={onClose} />;
    case 'log':
      return <LogDialog contactId={contact.id} onLogged={saved} onClose={onClose} />;
    case 'erase':
      return <EraseContact contact={contact} onClose={onClose} />;
  }
}

function EraseContact({ contact, onClose }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { id, displayName } = contact;
  const form = useAppForm({
    defaults: { confirm: '' },
    guard: false,
    submit: ({ confirm }) => api.contacts.erase.mutate({ id, confirm }),
    done: async () => {
      onClose();
      await refreshContacts();
      await navigate({ to: '/contacts' });
      void toastDone(t`The person was erased`);
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Erase ${displayName} for good?`}
      description={t`Name, e-mail, phone, address and notes are blanked everywhere and cannot be brought back. Invoices stay as the law demands.`}
      submitLabel={t`Erase for good`}
      size="sm"
      onClose={onClose}
    >
      <TextField
        name="confirm"
        label={t`Type “${displayName}” to confirm`}
        autoComplete="off"
        autoFocus
        required
      />
    </FormDialog>
  );
}
