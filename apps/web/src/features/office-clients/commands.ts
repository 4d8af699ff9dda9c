import { msg } from '@lingui/core/macro';
import { UserPlus } from 'lucide-react';
import type { DomainCommands } from '../../shell/commands.ts';

export const commands: DomainCommands = {
  part: 'office',
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
