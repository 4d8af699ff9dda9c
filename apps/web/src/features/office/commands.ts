import { msg } from '@lingui/core/macro';
import { BellRing, ScanSearch } from 'lucide-react';
import type { DomainCommands } from '../../shell/commands.ts';

export const commands: DomainCommands = {
  part: 'office',
  actions: [
    {
      id: 'office.search',
      label: msg`Find clients and binders`,
      words: msg`search signal promise id number`,
      icon: ScanSearch,
      permission: 'office.binders.read',
      to: { to: '/office/search' },
    },
    {
      id: 'office.reminders',
      label: msg`Remind clients of their binders`,
      icon: BellRing,
      permission: 'office.reminders.run',
      to: { to: '/office/reminders' },
    },
  ],
};
