import { byId } from '@officina/contracts/contacts-inputs';
import type { TaskView } from '@officina/contracts/tasks';
import { tasks } from '@officina/db/schema/contacts';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { viewTask } from './load-task.ts';

/** Undoes a deletion. */
export const restoreTask = write({
  name: 'tasks.restore',
  permission: 'tasks.delete',
  input: byId,
  async run(ctx, { id }): Promise<TaskView> {
    if (!isUuid(id)) throw notFound('Task');
    const tx = await ctx.tx();
    const [row] = await tx
      .update(tasks)
      .set({
        deletedAt: null,
        updatedAt: sql`greatest(${toDate(ctx.now).toISOString()}::timestamptz, ${tasks.updatedAt} + interval '1 ms')`,
        version: sql`${tasks.version} + 1`,
      })
      .where(and(eq(tasks.tenantId, ctx.tenant.id), eq(tasks.id, id), isNotNull(tasks.deletedAt)))
      .returning();
    if (!row) throw notFound('Task');
    const { title, status, contactId } = row;
    ctx.record({ verb: 'task.restored', subject: { type: 'task', id }, contactId, after: { title, status } });
    return viewTask(ctx, id);
  },
});
