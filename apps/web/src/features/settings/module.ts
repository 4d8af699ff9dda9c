import { msg } from '@lingui/core/macro';
import { Settings } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

export const settingsModule: Module = {
  id: 'settings',
  label: msg`Settings`,
  icon: Settings,
  to: '/settings',
  permission: 'settings.read',
  key: 's',
  end: true,
  depends: { tenancy: ['tenant', 'user', 'invitation'] },
};
