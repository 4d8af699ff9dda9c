import { tenants } from '@officina/db/schema/tenancy';
import { eq } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { inTenant } from '../../kernel/in-tenant.ts';
import { tenantColumns, tenantOf } from '../../kernel/tenant-row.ts';

/** The context in the tenant of a record that the provider's ids have led to; null where the tenant is gone. */
export async function inTenantOf<C extends Ctx>(ctx: C, tenantId: string): Promise<C | null> {
  const [row] = await ctx.db.select(tenantColumns).from(tenants).where(eq(tenants.id, tenantId));
  return row ? inTenant(ctx, tenantOf(row)) : null;
}
