import { msg } from '@lingui/core/macro';
import { CheckSquare } from 'lucide-react';
import type { DomainCommands } from '../../shell/commands.ts';
import { findRecords } from '../../shell/find-records.ts';

export const commands: DomainCommands = {
  part: 'tasks',
  records: [
    {
      id: 'tasks',
      label: msg`Tasks`,
      icon: CheckSquare,
      permission: 'tasks.read',
      search: async (text) =>
        (await findRecords(text)).tasks.map((task) => ({
          id: task.id,
          label: task.title,
          note: task.contact?.name ?? null,
          to: { to: '/tasks', search: { task: task.id } },
        })),
    },
  ],
  actions: [
    {
      id: 'tasks.new',
      label: msg`New task`,
      icon: CheckSquare,
      permission: 'tasks.create',
      to: { to: '/tasks', search: { new: '1' } },
    },
  ],
};
