import { PLAN_LIMITS } from '@officina/contracts/plans';
import { storageUsage } from '@officina/db/schema/documents';
import { eq, sql } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';

/** Bytes of the tenant's documents, all together. */
export async function usedBytes(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db
    .select({ used: storageUsage.usedBytes })
    .from(storageUsage)
    .where(eq(storageUsage.tenantId, ctx.tenant.id));
  return row?.used ?? 0;
}

function full(ctx: Ctx, used: number, limit: number): AppError {
  const { plan } = ctx.tenant;
  return new AppError('PLAN_LIMIT_REACHED', undefined, {
    plan: plan.toUpperCase(),
    resource: 'storage',
    limit,
    used,
  });
}

/** Refuses a file for which there is plainly no room, before anything is stored. `countFile` decides. */
export async function checkRoom(ctx: Ctx, size: number): Promise<void> {
  const limit = PLAN_LIMITS[ctx.tenant.plan].storageBytes;
  if (limit === null) return;
  const used = await usedBytes(ctx);
  if (used + size > limit) throw full(ctx, used, limit);
}

/**
 * Counts a file of the tenant. With `limited` it must fit the plan; the one row of the tenant makes parallel uploads wait
 * for each other, so that they cannot pass the limit together. What the firm's own work produces is counted unlimited.
 */
export async function countFile(
  ctx: WriteCtx,
  size: number,
  { limited }: { limited: boolean },
): Promise<void> {
  const limit = limited ? PLAN_LIMITS[ctx.tenant.plan].storageBytes : null;
  if (limit !== null && size > limit) throw full(ctx, 0, limit);
  const tx = await ctx.tx();
  const counted = await tx
    .insert(storageUsage)
    .values({ tenantId: ctx.tenant.id, usedBytes: size })
    .onConflictDoUpdate({
      target: storageUsage.tenantId,
      set: { usedBytes: sql`storage_usage.used_bytes + excluded.used_bytes` },
      setWhere:
        limit === null ? undefined : sql`storage_usage.used_bytes + excluded.used_bytes <= ${limit}::bigint`,
    })
    .returning({ used: storageUsage.usedBytes });
  if (!counted.length && limit !== null) throw full(ctx, await usedBytes(ctx), limit);
}
