import { PLAN_LIMITS } from '@officina/contracts/plans';
import { contacts } from '@officina/db/schema/contacts';
import { tenants } from '@officina/db/schema/tenancy';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';

/**
 * Refuses `adding` more live contacts than the plan allows. Decided under a lock of the tenant's row, so that
 * parallel creations cannot pass it together; unlimited plans take no lock.
 */
export async function checkContactLimit(ctx: WriteCtx, adding: number): Promise<void> {
  if (PLAN_LIMITS[ctx.tenant.plan].contacts === null) return;
  const tx = await ctx.tx();
  const [tenant] = await tx
    .select({ plan: tenants.plan })
    .from(tenants)
    .where(eq(tenants.id, ctx.tenant.id))
    .for('update');
  const plan = tenant?.plan ?? ctx.tenant.plan;
  const limit = PLAN_LIMITS[plan].contacts;
  if (limit === null) return;
  const live = and(eq(contacts.tenantId, ctx.tenant.id), isNull(contacts.deletedAt));
  const [row] = await tx.select({ used: count() }).from(contacts).where(live);
  const used = row?.used ?? 0;
  if (used + adding > limit) {
    throw new AppError('PLAN_LIMIT_REACHED', undefined, {
      plan: plan.toUpperCase(),
      resource: 'contacts',
      limit,
      used,
    });
  }
}
