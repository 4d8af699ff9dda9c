import type { TaskView } from '@officina/contracts/tasks';
import { taskCreate } from '@officina/contracts/tasks-inputs';
import { tasks } from '@officina/db/schema/contacts';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { loadContact } from '../contacts/load-contact.ts';
import { loadAssignee, tellAssignee } from './assignees.ts';
import { dueMoment } from './due-moment.ts';
import { topOf } from './task-position.ts';
import { presentTask, taskAbilities } from './task-presenter.ts';

/** To do and of medium priority unless told otherwise, above the other tasks of its column. */
export const createTask = write({
  name: 'tasks.create',
  permission: 'tasks.create',
  input: taskCreate,
  async run(ctx, input): Promise<TaskView> {
    const { assigneeId = null, contactId = null, status = 'todo' } = input;
    const tx = await ctx.tx();
    const assignee = assigneeId === null ? null : await loadAssignee(ctx, assigneeId);
    const contact = contactId === null ? null : await loadContact(ctx, contactId, tx);
    const now = toDate(ctx.now);
    const task = {
      id: newId(),
      title: input.title,
      description: input.description ?? null,
      assigneeId,
      contactId,
      dueAt: dueMoment(input.dueAt, ctx.tenant.timeZone) ?? null,
      status,
      priority: input.priority ?? ('medium' as const),
      completedAt: status === 'done' ? now : null,
    };
    const stamps = { version: 1, createdAt: now, updatedAt: now, position: await topOf(ctx, status) };
    await tx
      .insert(tasks)
      .values({ tenantId: ctx.tenant.id, ...task, ...stamps, createdBy: userIdOf(ctx.actor) });
    ctx.record({
      verb: 'task.created',
      subject: { type: 'task', id: task.id },
      contactId,
      after: { ...task, id: undefined },
    });
    await tellAssignee(ctx, task);
    const names = { assigneeName: assignee?.name ?? null, contactName: contact?.displayName ?? null };
    return presentTask({ ...task, ...stamps, ...names }, taskAbilities(ctx));
  },
});
