import { msg } from '@lingui/core/macro';
import { Building2, CircleUser, KeyRound, ScrollText, UsersRound } from 'lucide-react';
import type { DomainCommands } from '../../shell/commands.ts';

export const commands: DomainCommands = {
  actions: [
    {
      id: 'settings.company',
      label: msg`Company details`,
      words: msg`SIRET VAT IBAN logo address`,
      icon: Building2,
      permission: 'settings.read',
      to: { to: '/settings/company' },
    },
    {
      id: 'settings.team',
      label: msg`Team`,
      words: msg`invite colleague role`,
      icon: UsersRound,
      permission: 'team.read',
      to: { to: '/settings/team' },
    },
    {
      id: 'settings.journal',
      label: msg`Journal`,
      words: msg`history audit`,
      icon: ScrollText,
      permission: 'journal.read',
      to: { to: '/settings/journal' },
    },
    {
      id: 'settings.security',
      label: msg`Security`,
      words: msg`password passkey sessions backup codes`,
      icon: KeyRound,
      permission: null,
      to: { to: '/settings/security' },
    },
    {
      id: 'settings.account',
      label: msg`My account`,
      words: msg`language theme firm`,
      icon: CircleUser,
      permission: null,
      to: { to: '/settings/account' },
    },
  ],
};
