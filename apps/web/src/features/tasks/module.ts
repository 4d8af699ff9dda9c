import { msg } from '@lingui/core/macro';
import { SquareKanban } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

export const tasksModule: Module = {
  id: 'tasks',
  label: msg`Tasks`,
  icon: SquareKanban,
  to: '/tasks',
  permission: 'tasks.read',
  part: 'tasks',
  key: 't',
  phone: true,
  depends: { tasks: ['task', 'contact'] },
};
