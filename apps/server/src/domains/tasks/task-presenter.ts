import type { TaskView } from '@officina/contracts/tasks';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { NamedTaskRow } from './task-row.ts';

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

export function taskAbilities(ctx: Ctx): TaskView['abilities'] {
  return { edit: may(ctx.actor, 'tasks.edit'), delete: may(ctx.actor, 'tasks.delete') };
}

export const presentTask = (row: NamedTaskRow, abilities: TaskView['abilities']): TaskView => ({
  id: row.id,
  title: row.title,
  description: row.description,
  assignee: named(row.assigneeId, row.assigneeName),
  contact: named(row.contactId, row.contactName),
  dueAt: row.dueAt?.toISOString() ?? null,
  status: row.status,
  priority: row.priority,
  position: row.position,
  completedAt: row.completedAt?.toISOString() ?? null,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  abilities,
});
