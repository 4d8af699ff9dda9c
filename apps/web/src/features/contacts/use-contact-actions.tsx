import { useLingui } from '@lingui/react/macro';
import type { ContactDetail } from '@officina/contracts/contacts';
import { useNavigate } from '@tanstack/react-router';
import {
  CarFront,
  CheckSquare,
  Eraser,
  FileText,
  Mail,
  MessageCircle,
  NotebookPen,
  Pencil,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { can } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import type { DetailAction } from '../../shell/detail/detail-page.tsx';
import { api } from '../../trpc.ts';
import type { MenuEntry } from '../../ui/menu.tsx';
import { refreshContacts } from './refresh-contacts.ts';

export type ContactDialog = 'edit' | 'log' | 'erase';

/** What can be done to a contact; writing a quote is what comes next most often. */
export function useContactActions(contact: ContactDetail | undefined) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { act } = useAct();
  const [dialog, setDialog] = useState<ContactDialog | null>(null);
  if (!contact) return { actions: [], more: [], dialog: null, setDialog };

  const { id, displayName, email, phone, abilities } = contact;
  const remove = () =>
    act({
      run: () => api.contacts.delete.mutate({ id }),
      done: t`${displayName} deleted`,
      undo: () => api.contacts.restore.mutate({ id }),
      settled: refreshContacts,
    }).then((done) => done && navigate({ to: '/contacts' }));

  const actions: (DetailAction | false)[] = [
    abilities.edit && {
      id: 'edit',
      label: t`Edit`,
      icon: <Pencil aria-hidden />,
      keys: 'e',
      run: () => setDialog('edit'),
    },
    can('activities.create') && {
      id: 'log',
      label: t`Log`,
      icon: <NotebookPen aria-hidden />,
      keys: 'l',
      run: () => setDialog('log'),
    },
    can('quotes.create') && {
      id: 'quote',
      label: t`New quote`,
      icon: <FileText aria-hidden />,
      keys: 'shift+q',
      primary: true,
      run: () => void navigate({ to: '/quotes/new', search: { contact: id } }),
    },
  ];
  const more: MenuEntry[] = [
    can('vehicles.create') && {
      label: t`Add a vehicle`,
      icon: <CarFront aria-hidden />,
      run: () => void navigate({ to: '/vehicles', search: { new: '1', owner: id } }),
    },
    can('tasks.create') && {
      label: t`Add a task`,
      icon: <CheckSquare aria-hidden />,
      run: () => void navigate({ to: '/tasks', search: { new: '1', contact: id } }),
    },
    email !== null && { label: t`Write an e-mail`, icon: <Mail aria-hidden />, href: `mailto:${email}` },
    phone !== null && {
      label: t`Open WhatsApp`,
      icon: <MessageCircle aria-hidden />,
      href: `https://wa.me/${phone.slice(1)}`,
    },
    (abilities.delete || abilities.erase) && 'separator',
    abilities.delete && {
      label: t`Delete`,
      icon: <Trash2 aria-hidden />,
      danger: true,
      run: () => void remove(),
    },
    abilities.erase && {
      label: t`Erase for good`,
      icon: <Eraser aria-hidden />,
      danger: true,
      run: () => setDialog('erase'),
    },
  ];
  return { actions, more, dialog, setDialog };
}
