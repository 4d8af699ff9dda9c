import type { TaskView } from '@officina/contracts/tasks';
import { taskUpdate } from '@officina/contracts/tasks-inputs';
import { tasks } from '@officina/db/schema/contacts';
import { and, eq, sql } from 'drizzle-orm';
import { changesOf, requireChange } from '../../kernel/changes.ts';
import { laterThan } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { checkVersion } from '../../kernel/version.ts';
import { loadContact } from '../contacts/load-contact.ts';
import { loadAssignee, tellAssignee } from './assignees.ts';
import { changeVerb, statusChange } from './change-status.ts';
import { dueMoment } from './due-moment.ts';
import { lockTask, viewTask } from './load-task.ts';
import { topOf } from './task-position.ts';

/** A new status puts the task on top of its new column; a new assignee is told. */
export const updateTask = write({
  name: 'tasks.update',
  permission: 'tasks.edit',
  input: taskUpdate,
  async run(ctx, { id, version, dueAt, status, ...fields }): Promise<TaskView> {
    requireChange({ ...fields, dueAt, status });
    const before = await lockTask(ctx, id);
    const tx = await ctx.tx();
    const { assigneeId, contactId } = fields;
    if (assigneeId && assigneeId !== before.assigneeId) await loadAssignee(ctx, assigneeId);
    if (contactId && contactId !== before.contactId) await loadContact(ctx, contactId, tx);
    checkVersion(before, version);
    const moved = statusChange(ctx, before, status);
    const asked = { ...fields, dueAt: dueMoment(dueAt, ctx.tenant.timeZone), ...moved };
    const changes = changesOf(before, asked);
    if (!changes) return viewTask(ctx, id);
    await tx
      .update(tasks)
      .set({
        ...changes.after,
        ...(moved && { position: await topOf(ctx, moved.status) }),
        version: sql`${tasks.version} + 1`,
        updatedAt: laterThan(before.updatedAt, ctx.now),
      })
      .where(and(eq(tasks.tenantId, ctx.tenant.id), eq(tasks.id, id)));
    const after = { ...before, ...changes.after };
    ctx.record({
      verb: changeVerb(moved?.status),
      subject: { type: 'task', id },
      contactId: after.contactId,
      ...changes,
    });
    if (changes.after.assigneeId) await tellAssignee(ctx, after);
    return viewTask(ctx, id);
  },
});
