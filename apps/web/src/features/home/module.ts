import { msg } from '@lingui/core/macro';
import { House } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

export const homeModule: Module = {
  id: 'home',
  label: msg`Home`,
  icon: House,
  to: '/',
  exact: true,
  permission: null,
  part: 'sales',
  key: 'h',
  phone: true,
  depends: { dashboard: ['contact', 'credit_note', 'invoice', 'quote', 'task'] },
};
