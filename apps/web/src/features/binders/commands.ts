import { msg } from '@lingui/core/macro';
import { FolderInput } from 'lucide-react';
import type { DomainCommands } from '../../shell/commands.ts';

export const commands: DomainCommands = {
  part: 'office',
  actions: [
    {
      id: 'binders.receive',
      label: msg`Receive a binder`,
      icon: FolderInput,
      permission: 'office.binders.write',
      to: { to: '/office/binders', search: { new: '1' } },
    },
  ],
};
