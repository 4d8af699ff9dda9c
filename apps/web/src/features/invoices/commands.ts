import { msg } from '@lingui/core/macro';
import { ReceiptText } from 'lucide-react';
import { money } from '../../lib/format.ts';
import type { DomainCommands } from '../../shell/commands.ts';
import { findRecords } from '../../shell/find-records.ts';

export const commands: DomainCommands = {
  part: 'sales',
  records: [
    {
      id: 'invoices',
      label: msg`Invoices`,
      icon: ReceiptText,
      permission: 'invoices.read',
      search: async (text) =>
        (await findRecords(text)).invoices.map((invoice) => ({
          id: invoice.id,
          label: invoice.number,
          note: `${invoice.contact.name} · ${money(invoice.totalCents, invoice.currency)}`,
          to: { to: '/invoices/$id', params: { id: invoice.id } },
        })),
    },
  ],
  actions: [
    {
      id: 'invoices.new',
      label: msg`New invoice`,
      icon: ReceiptText,
      permission: 'invoices.create',
      to: { to: '/invoices/new' },
    },
  ],
};
