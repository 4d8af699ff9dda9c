import { msg } from '@lingui/core/macro';
import { FileText } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

export const quotesModule: Module = {
  id: 'quotes',
  label: msg`Quotes`,
  icon: FileText,
  to: '/quotes',
  permission: 'quotes.read',
  part: 'sales',
  key: 'q',
  phone: true,
  depends: { quotes: ['quote', 'contact', 'vehicle'], 'quotes.terms': ['tenant'] },
};
