import { msg } from '@lingui/core/macro';
import { HandCoins } from 'lucide-react';
import type { DomainCommands } from '../../shell/commands.ts';

export const commands: DomainCommands = {
  part: 'office',
  actions: [
    {
      id: 'charges.new',
      label: msg`New charge`,
      icon: HandCoins,
      permission: 'office.charges.write',
      to: { to: '/office/charges', search: { new: '1' } },
    },
  ],
};
