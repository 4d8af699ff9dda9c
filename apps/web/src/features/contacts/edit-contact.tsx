import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../trpc.ts';
import { ContactForm } from './contact-form.tsx';
import { refreshContacts } from './refresh-contacts.ts';

/** The list holds less than the form edits, so the form waits for the whole contact. */
export function EditContact({ id, onClose }: { id: string; onClose: () => void }) {
  const { data } = useQuery(trpc.contacts.get.queryOptions({ id }));
  const saved = () => {
    onClose();
    return refreshContacts();
  };
  return data && <ContactForm contact={data} onSaved={saved} onClose={onClose} />;
}
