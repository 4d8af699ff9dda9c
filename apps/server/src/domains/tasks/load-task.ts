import type { TaskView } from '@officina/contracts/tasks';
import { contacts, tasks } from '@officina/db/schema/contacts';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { presentTask, taskAbilities } from './task-presenter.ts';
import { itsContact, selectTasks, type TaskRow, visible } from './task-row.ts';

/**
 * A task of the tenant, locked until the operation's transaction ends. Missing, deleted, hidden, foreign and malformed
 * ids are all NOT_FOUND.
 */
export async function lockTask(ctx: WriteCtx, id: string): Promise<TaskRow> {
  if (!isUuid(id)) throw notFound('Task');
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ task: tasks })
    .from(tasks)
    .leftJoin(contacts, itsContact)
    .where(and(eq(tasks.tenantId, ctx.tenant.id), eq(tasks.id, id), visible()))
    .for('update', { of: tasks });
  if (!row) throw notFound('Task');
  return row.task;
}

/** The task as it stands in the operation's transaction, with its names. */
export async function viewTask(ctx: WriteCtx, id: string): Promise<TaskView> {
  const [row] = await selectTasks(await ctx.tx()).where(
    and(eq(tasks.tenantId, ctx.tenant.id), eq(tasks.id, id)),
  );
  if (!row) throw notFound('Task');
  return presentTask(row, taskAbilities(ctx));
}
