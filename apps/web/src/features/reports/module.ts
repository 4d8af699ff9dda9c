import { msg } from '@lingui/core/macro';
import { ChartColumn } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

export const reportsModule: Module = {
  id: 'reports',
  label: msg`Reports`,
  icon: ChartColumn,
  to: '/reports',
  permission: 'reports.read',
  part: 'sales',
  key: 'r',
  depends: { reports: ['credit_note', 'invoice', 'quote', 'task'] },
};
