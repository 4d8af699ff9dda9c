import { OPEN_TASK_STATUSES, type TaskStatus } from '@officina/contracts/tasks';
import type { taskFilters } from '@officina/contracts/tasks-inputs';
import { contacts, tasks } from '@officina/db/schema/contacts';
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { output } from 'zod';
import { endOfDay, startOfDay } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { visible } from './task-row.ts';

export type TaskFilters = output<typeof taskFilters> & { status?: TaskStatus[] };

/** Which conditions a filter needs: one prepared statement is kept per shape. */
export interface FilterShape {
  /** One status walks the column's index; several are looked up. */
  status: 'one' | 'some' | null;
  assignee: boolean;
  contact: boolean;
  priority: boolean;
  due: 'overdue' | 'range' | 'none' | null;
}

/** First and last day of a range, and the moments that bound it in the tenant's time. */
function dueRange({ today, tenant }: Ctx, days: number) {
  const last = Temporal.PlainDate.from(today)
    .add({ days: days - 1 })
    .toString();
  return {
    dueFrom: startOfDay(today, tenant.timeZone).toISOString(),
    dueUntil: endOfDay(last, tenant.timeZone).toISOString(),
  };
}

/** A filter as a shape and the values of its placeholders. */
export function filterValues(ctx: Ctx, { status, assigneeId, contactId, priority, due }: TaskFilters) {
  const range = due === 'today' || due === 'week';
  const shape: FilterShape = {
    status: status ? (status.length === 1 ? 'one' : 'some') : null,
    assignee: assigneeId !== undefined,
    contact: contactId !== undefined,
    priority: priority !== undefined,
    due: range ? 'range' : (due ?? null),
  };
  const values = {
    ...{ tenantId: ctx.tenant.id, assigneeId, contactId, priority },
    status: status?.length === 1 ? status[0] : status,
    ...(due === 'overdue' && { now: ctx.now.toString() }),
    ...(range && dueRange(ctx, due === 'week' ? 7 : 1)),
  };
  return { shape, values };
}

function dueCondition(due: FilterShape['due']): SQL | undefined {
  switch (due) {
    case 'overdue':
      return and(
        sql`${tasks.dueAt} < ${sql.placeholder('now')}::timestamptz`,
        inArray(tasks.status, [...OPEN_TASK_STATUSES]),
      );
    case 'range':
      return sql`${tasks.dueAt} >= ${sql.placeholder('dueFrom')}::timestamptz
        and ${tasks.dueAt} < ${sql.placeholder('dueUntil')}::timestamptz`;
    case 'none':
      return isNull(tasks.dueAt);
    case null:
      return undefined;
  }
}

/** Tasks of the tenant that match; a contact that is gone has none. Needs `contacts` joined. */
export function filterCondition(shape: FilterShape): SQL | undefined {
  return and(
    eq(tasks.tenantId, sql.placeholder('tenantId')),
    visible(),
    shape.status === 'one' ? eq(tasks.status, sql.placeholder('status')) : undefined,
    shape.status === 'some' ? sql`${tasks.status} = any(${sql.placeholder('status')})` : undefined,
    shape.assignee ? eq(tasks.assigneeId, sql.placeholder('assigneeId')) : undefined,
    shape.contact
      ? and(eq(tasks.contactId, sql.placeholder('contactId')), isNull(contacts.deletedAt))
      : undefined,
    shape.priority ? eq(tasks.priority, sql.placeholder('priority')) : undefined,
    dueCondition(shape.due),
  );
}
