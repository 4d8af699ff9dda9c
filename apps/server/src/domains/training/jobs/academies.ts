import { tenants } from '@officina/db/schema/tenancy';
import { programs } from '@officina/db/schema/training-places';
import { and, eq, exists, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { inTenant } from '../../../kernel/in-tenant.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import { tenantColumns, tenantOf } from '../../../kernel/tenant-row.ts';

/** The system in each tenant that has a programme, one after the other. What fails in one is logged and stops no other. */
export async function inAcademies(
  ctx: Ctx,
  job: string,
  work: (inside: Ctx) => Promise<void>,
): Promise<void> {
  const rows = await ctx.db
    .select(tenantColumns)
    .from(tenants)
    .where(
      exists(
        ctx.db
          .select({ one: sql`1` })
          .from(programs)
          .where(
            and(eq(programs.tenantId, tenants.id), crossTenant('the schedule goes through all tenants')),
          ),
      ),
    );
  for (const row of rows) {
    const inside = inTenant(ctx, tenantOf(row));
    try {
      await work(inside);
    } catch (error) {
      ctx.services.log.error({ err: error, job, tenant: row.subdomain }, 'a job of the academy failed');
    }
  }
}
