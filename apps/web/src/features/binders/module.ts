import { msg } from '@lingui/core/macro';
import { FolderOpen } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

export const bindersModule: Module = {
  id: 'binders',
  label: msg`Binders`,
  icon: FolderOpen,
  to: '/office/binders',
  permission: 'office.binders.read',
  part: 'office',
  key: 'b',
  phone: true,
  depends: { binders: ['binder', 'client', 'contact', 'charge', 'document', 'reminder_run'] },
};
