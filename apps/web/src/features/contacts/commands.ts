import { msg } from '@lingui/core/macro';
import { UserPlus, Users } from 'lucide-react';
import type { DomainCommands } from '../../shell/commands.ts';
import { findRecords } from '../../shell/find-records.ts';

export const commands: DomainCommands = {
  part: 'sales',
  records: [
    {
      id: 'contacts',
      label: msg`Contacts`,
      icon: Users,
      permission: 'contacts.read',
      search: async (text) =>
        (await findRecords(text)).contacts.map((contact) => ({
          id: contact.id,
          label: contact.name,
          note: [contact.company, contact.phone, contact.email].filter(Boolean).join(' · '),
          to: { to: '/contacts/$id', params: { id: contact.id } },
        })),
    },
  ],
  actions: [
    {
      id: 'contacts.new',
      label: msg`New contact`,
      icon: UserPlus,
      permission: 'contacts.create',
      to: { to: '/contacts', search: { new: '1' } },
    },
  ],
};
