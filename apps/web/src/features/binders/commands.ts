import { msg } from '@lingui/core/macro';
import { FolderInput, FolderOpen } from 'lucide-react';
import type { DomainCommands, Hit } from '../../shell/commands.ts';
import { findRecords } from '../../shell/find-records.ts';
import { refOfLabel } from '../../shell/office/binder-label.ts';
import { api } from '../../trpc.ts';

const hitOf = (ref: number, label: string, note: string): Hit => ({
  id: String(ref),
  label,
  note,
  to: { to: '/office/binders/$ref', params: { ref: String(ref) } },
});

export const commands: DomainCommands = {
  part: 'office',
  records: [
    {
      id: 'binders',
      label: msg`Binders`,
      icon: FolderOpen,
      permission: 'office.binders.read',
      search: async (text) => {
        const scanned = refOfLabel(text);
        if (scanned !== undefined) {
          const { binderNumber, client } = await api.binders.get.query({ ref: scanned });
          return [hitOf(scanned, binderNumber, client.name)];
        }
        const { binders } = await findRecords(text);
        return binders.map(({ ref, number, client }) => hitOf(ref, number, client.name));
      },
    },
  ],
  actions: [
    {
      id: 'binders.receive',
      label: msg`Receive a binder`,
      icon: FolderInput,
      permission: 'office.binders.write',
      to: { to: '/office/binders', search: { new: '1' } },
    },
  ],
};
