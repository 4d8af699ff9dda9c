import type { TaskStatus } from '@officina/contracts/tasks';
import { tasks } from '@officina/db/schema/contacts';
import { and, eq, isNull, max, ne, type SQL, sql } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { invalid, notFound } from '../../kernel/errors.ts';
import { POSITION_STEP } from './task-position.ts';
import type { TaskRow } from './task-row.ts';

/** Moves of one tenant's board follow each other, so that no two find the same gap. */
export async function lockBoard(ctx: WriteCtx): Promise<void> {
  const tx = await ctx.tx();
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`tasks:${ctx.tenant.id}`}, 0))`);
}

const column = (ctx: WriteCtx, status: TaskStatus) =>
  and(eq(tasks.tenantId, ctx.tenant.id), eq(tasks.status, status), isNull(tasks.deletedAt));

/** The greatest position of a column, of the tasks that `among` leaves; null when there are none. */
async function lastPosition(
  ctx: WriteCtx,
  status: TaskStatus,
  among: SQL | undefined,
): Promise<number | null> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ last: max(tasks.position) })
    .from(tasks)
    .where(and(column(ctx, status), among));
  return row?.last ?? null;
}

/** Spreads a column's tasks evenly again, in their order, once halving has used up the room between two of them. */
async function spread(ctx: WriteCtx, status: TaskStatus): Promise<void> {
  const tx = await ctx.tx();
  await tx.execute(sql`
    update tasks set position = placed.n * ${POSITION_STEP}::float8
    from (
      select id, row_number() over (order by position, id) as n from tasks
      where tenant_id = ${ctx.tenant.id} and status = ${status} and deleted_at is null
    ) placed
    where tasks.tenant_id = ${ctx.tenant.id} and tasks.id = placed.id`);
}

async function positionOf(ctx: WriteCtx, id: string, status: TaskStatus): Promise<number> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ position: tasks.position, status: tasks.status })
    .from(tasks)
    .where(and(eq(tasks.tenantId, ctx.tenant.id), eq(tasks.id, id), isNull(tasks.deletedAt)));
  if (!row) throw notFound('Task');
  if (row.status !== status) throw invalid({ field: 'beforeId', message: 'Not in this column' });
  return row.position;
}

/**
 * A position of a column above one of its tasks, the mean of its neighbours', or at its end. Null where the task already
 * stands there. Throws NOT_FOUND for a task above which nothing can stand, VALIDATION_ERROR for one of another column.
 */
export async function findPlace(
  ctx: WriteCtx,
  task: TaskRow,
  status: TaskStatus,
  beforeId: string | null,
): Promise<number | null> {
  if (beforeId === task.id) throw invalid({ field: 'beforeId', message: 'Must be another task' });
  const others = ne(tasks.id, task.id);
  const stays = (after: number | null, before: number) =>
    task.status === status && task.position < before && (after === null || after < task.position);
  if (beforeId === null) {
    const last = await lastPosition(ctx, status, others);
    return stays(last, Number.POSITIVE_INFINITY) ? null : (last ?? 0) + POSITION_STEP;
  }
  for (let spreads = 0; ; spreads++) {
    const before = await positionOf(ctx, beforeId, status);
    const above = sql`(${tasks.position}, ${tasks.id}) < (${before}::float8, ${beforeId}::uuid)`;
    const after = await lastPosition(ctx, status, and(others, above));
    if (spreads === 0 && stays(after, before)) return null;
    const place = after === null ? before - POSITION_STEP : (after + before) / 2;
    if (spreads > 0 || (place < before && (after === null || after < place))) return place;
    await spread(ctx, status);
  }
}
