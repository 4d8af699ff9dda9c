import { msg } from '@lingui/core/macro';
import { UserPlus, UserRound } from 'lucide-react';
import type { DomainCommands } from '../../shell/commands.ts';
import { findRecords } from '../../shell/find-records.ts';

export const commands: DomainCommands = {
  part: 'office',
  records: [
    {
      id: 'office-clients',
      label: msg`Clients`,
      icon: UserRound,
      permission: 'office.clients.read',
      search: async (text) =>
        (await findRecords(text)).officeClients.map((client) => ({
          id: String(client.ref),
          label: client.name,
          note: [client.idNumber, client.phone].filter(Boolean).join(' · '),
          to: { to: '/office/clients/$ref', params: { ref: String(client.ref) } },
        })),
    },
  ],
  actions: [
    {
      id: 'office-clients.new',
      label: msg`New client`,
      icon: UserPlus,
      permission: 'office.clients.write',
      to: { to: '/office/clients', search: { new: '1' } },
    },
  ],
};
