import { byId } from '@officina/contracts/contacts-inputs';
import { tasks } from '@officina/db/schema/contacts';
import { and, eq } from 'drizzle-orm';
import { laterThan } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { lockTask } from './load-task.ts';

/** Soft: it can be restored to the column and place that it had. */
export const deleteTask = write({
  name: 'tasks.delete',
  permission: 'tasks.delete',
  input: byId,
  async run(ctx, { id }): Promise<{ id: string; deletedAt: string }> {
    const task = await lockTask(ctx, id);
    const deletedAt = laterThan(task.updatedAt, ctx.now);
    const tx = await ctx.tx();
    await tx
      .update(tasks)
      .set({ deletedAt, updatedAt: deletedAt })
      .where(and(eq(tasks.tenantId, ctx.tenant.id), eq(tasks.id, id)));
    const { title, status, contactId } = task;
    ctx.record({
      verb: 'task.deleted',
      subject: { type: 'task', id },
      contactId,
      before: { title, status },
    });
    return { id, deletedAt: deletedAt.toISOString() };
  },
});
