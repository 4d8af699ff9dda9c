import type { TaskView } from '@officina/contracts/tasks';
import { tasks } from '@officina/db/schema/contacts';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { read } from '../../kernel/operation.ts';
import { presentTask, taskAbilities } from './task-presenter.ts';
import { selectTasks, visible } from './task-row.ts';

/** One task with its names. */
export const getTask = read({
  name: 'tasks.get',
  permission: 'tasks.read',
  input: z.object({ id: z.string() }),
  async run(ctx, { id }): Promise<TaskView> {
    if (!isUuid(id)) throw notFound('Task');
    const [row] = await selectTasks(ctx.db).where(
      and(eq(tasks.tenantId, ctx.tenant.id), eq(tasks.id, id), visible()),
    );
    if (!row) throw notFound('Task');
    return presentTask(row, taskAbilities(ctx));
  },
});
