import { OPEN_TASK_STATUSES } from '@officina/contracts/tasks';
import type { Executor } from '@officina/db/client';
import { contacts, tasks } from '@officina/db/schema/contacts';
import { users } from '@officina/db/schema/identity';
import { and, eq, getTableColumns, isNull, notInArray, or } from 'drizzle-orm';

export type TaskRow = typeof tasks.$inferSelect;

const { tenantId: _, createdBy: _c, deletedAt: _d, ...columns } = getTableColumns(tasks);

export const itsContact = and(eq(contacts.tenantId, tasks.tenantId), eq(contacts.id, tasks.contactId));

/** Tasks with the names of assignee and contact. */
export const selectTasks = (db: Executor) =>
  db
    .select({ ...columns, assigneeName: users.name, contactName: contacts.displayName })
    .from(tasks)
    .leftJoin(users, eq(users.id, tasks.assigneeId))
    .leftJoin(contacts, itsContact);

export type NamedTaskRow = Awaited<ReturnType<typeof selectTasks>>[number];

/**
 * Live, and not hidden: the open tasks of a deleted contact do not exist until the contact is restored. Needs
 * `contacts` joined.
 */
export const visible = () =>
  and(
    isNull(tasks.deletedAt),
    or(
      isNull(tasks.contactId),
      notInArray(tasks.status, [...OPEN_TASK_STATUSES]),
      isNull(contacts.deletedAt),
    ),
  );
