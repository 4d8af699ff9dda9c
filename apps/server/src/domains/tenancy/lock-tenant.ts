import type { Plan } from '@officina/contracts/plans';
import { tenants } from '@officina/db/schema/tenancy';
import { eq } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import type { TenantId } from '../../kernel/ids.ts';

/** Changes of a team and what a plan limits are decided one after the other, under this lock of the tenant's row. */
export async function lockTenant(ctx: WriteCtx, tenantId: TenantId): Promise<{ plan: Plan }> {
  const tx = await ctx.tx();
  const [tenant] = await tx
    .select({ plan: tenants.plan })
    .from(tenants)
    .where(eq(tenants.id, tenantId))
    .for('update');
  if (!tenant) throw notFound('Tenant');
  return tenant;
}
