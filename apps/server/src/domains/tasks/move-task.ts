import type { TaskView } from '@officina/contracts/tasks';
import { taskMove } from '@officina/contracts/tasks-inputs';
import { tasks } from '@officina/db/schema/contacts';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { changeVerb, statusChange } from './change-status.ts';
import { findPlace, lockBoard } from './find-place.ts';
import { lockTask, viewTask } from './load-task.ts';

/**
 * Puts a task into a column of the board, above another one or at its end. An order is no content: only a new status
 * counts as a new version of the task and shows on its contact's timeline.
 */
export const moveTask = write({
  name: 'tasks.move',
  permission: 'tasks.edit',
  input: taskMove,
  async run(ctx, { id, status, beforeId }): Promise<TaskView> {
    await lockBoard(ctx);
    const task = await lockTask(ctx, id);
    const moved = statusChange(ctx, task, status);
    const position = await findPlace(ctx, task, status, beforeId ?? null);
    if (position === null) return viewTask(ctx, id);
    const tx = await ctx.tx();
    await tx
      .update(tasks)
      .set({
        position,
        ...(moved && {
          ...moved,
          version: sql`${tasks.version} + 1`,
          updatedAt: laterThan(task.updatedAt, ctx.now),
        }),
      })
      .where(and(eq(tasks.tenantId, ctx.tenant.id), eq(tasks.id, id)));
    ctx.record({
      verb: changeVerb(moved?.status),
      subject: { type: 'task', id },
      contactId: moved && task.contactId,
      before: moved ? { status: task.status, completedAt: task.completedAt } : { position: task.position },
      after: moved ?? { position },
    });
    return viewTask(ctx, id);
  },
});
