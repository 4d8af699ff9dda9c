import type { TaskStatus } from '@officina/contracts/tasks';
import { tasks } from '@officina/db/schema/contacts';
import { and, eq, isNull, min } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';

/** Between neighbours that were never moved. */
export const POSITION_STEP = 1024;

/** Above all others of a column: what is new there is seen first. */
export async function topOf(ctx: WriteCtx, status: TaskStatus): Promise<number> {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ first: min(tasks.position) })
    .from(tasks)
    .where(and(eq(tasks.tenantId, ctx.tenant.id), eq(tasks.status, status), isNull(tasks.deletedAt)));
  return (row?.first ?? POSITION_STEP) - POSITION_STEP;
}
