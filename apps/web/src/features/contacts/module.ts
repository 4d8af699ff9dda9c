import { msg } from '@lingui/core/macro';
import { Users } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

export const contactsModule: Module = {
  id: 'contacts',
  label: msg`Contacts`,
  icon: Users,
  to: '/contacts',
  permission: 'contacts.read',
  part: 'sales',
  key: 'c',
  phone: true,
  depends: {
    contacts: ['contact', 'vehicle'],
    'contacts.get': ['contact', 'vehicle', 'quote', 'invoice', 'credit_note', 'task'],
    activities: [
      'activity',
      'contact',
      'credit_note',
      'invoice',
      'message',
      'quote',
      'service_record',
      'task',
      'vehicle',
    ],
  },
};
