import { msg } from '@lingui/core/macro';
import { FilePlus2, FileText } from 'lucide-react';
import { money } from '../../lib/format.ts';
import type { DomainCommands } from '../../shell/commands.ts';
import { findRecords } from '../../shell/find-records.ts';

export const commands: DomainCommands = {
  part: 'sales',
  records: [
    {
      id: 'quotes',
      label: msg`Quotes`,
      icon: FileText,
      permission: 'quotes.read',
      search: async (text) =>
        (await findRecords(text)).quotes.map((quote) => ({
          id: quote.id,
          label: quote.number,
          note: `${quote.contact.name} · ${money(quote.totalCents, quote.currency)}`,
          to: { to: '/quotes/$id', params: { id: quote.id } },
        })),
    },
  ],
  actions: [
    {
      id: 'quotes.new',
      label: msg`New quote`,
      icon: FilePlus2,
      permission: 'quotes.create',
      to: { to: '/quotes/new' },
    },
  ],
};
