import { msg } from '@lingui/core/macro';
import { ReceiptText } from 'lucide-react';
import type { Module } from '../../shell/modules.ts';

export const invoicesModule: Module = {
  id: 'invoices',
  label: msg`Invoices`,
  icon: ReceiptText,
  to: '/invoices',
  permission: 'invoices.read',
  part: 'sales',
  key: 'i',
  depends: { invoices: ['invoice', 'credit_note', 'contact', 'vehicle'] },
};
