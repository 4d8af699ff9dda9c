import type { TaskStatus } from '@officina/contracts/tasks';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { TaskRow } from './task-row.ts';

interface StatusChange {
  status: TaskStatus;
  completedAt: Date | null;
}

/** Any status may follow any other; done stamps the moment, leaving done clears it. Null when it stays. */
export function statusChange(ctx: Ctx, task: TaskRow, status: TaskStatus | undefined): StatusChange | null {
  if (status === undefined || status === task.status) return null;
  return { status, completedAt: status === 'done' ? toDate(ctx.now) : null };
}

/** The journal's word for a change of a task. */
export const changeVerb = (status: TaskStatus | undefined): string =>
  status === 'done' ? 'task.completed' : 'task.updated';
