import { msg } from '@lingui/core/macro';
import { UserRound } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

export const officeClientsModule: Module = {
  id: 'office-clients',
  label: msg`Clients`,
  icon: UserRound,
  to: '/office/clients',
  permission: 'office.clients.read',
  part: 'office',
  key: 'c',
  phone: true,
  depends: { officeClients: ['client', 'contact', 'binder', 'charge', 'document', 'message'] },
};
