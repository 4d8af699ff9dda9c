import { msg } from '@lingui/core/macro';
import { HandCoins } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

export const chargesModule: Module = {
  id: 'charges',
  label: msg`Charges`,
  icon: HandCoins,
  to: '/office/charges',
  permission: 'office.charges.read',
  part: 'office',
  key: 'f',
  depends: { charges: ['charge', 'client', 'contact'] },
};
