import { msg } from '@lingui/core/macro';
import { BellRing, CalendarCheck, ListOrdered, ScanSearch } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

export const officeModule: Module = {
  id: 'office',
  label: msg`Today`,
  icon: CalendarCheck,
  to: '/office',
  exact: true,
  permission: 'office.use',
  part: 'office',
  key: 'h',
  phone: true,
};

export const queueModule: Module = {
  id: 'office-queue',
  label: msg`Work queue`,
  icon: ListOrdered,
  to: '/office/queue',
  permission: 'office.binders.read',
  part: 'office',
  key: 'w',
};

export const officeSearchModule: Module = {
  id: 'office-search',
  label: msg`Search`,
  icon: ScanSearch,
  to: '/office/search',
  permission: 'office.binders.read',
  part: 'office',
  key: '/',
  depends: { 'search.office': ['binder', 'client', 'contact', 'charge', 'document'] },
};

export const remindersModule: Module = {
  id: 'office-reminders',
  label: msg`Reminders`,
  icon: BellRing,
  to: '/office/reminders',
  permission: 'office.reminders.run',
  part: 'office',
  key: 'm',
};
