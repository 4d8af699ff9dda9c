import type { Role } from '@officina/contracts/roles';
import type { Executor } from '@officina/db/client';
import { members, tenants } from '@officina/db/schema/tenancy';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tenant } from '../../kernel/context.ts';
import { crossTenant } from '../../kernel/statement.ts';
import { tenantColumns, tenantOf } from '../../kernel/tenant-row.ts';

export interface Membership {
  role: Role;
  tenant: Tenant;
}

/** Live memberships of a user, the one last used first, then the oldest; in the named tenant alone if one is named. */
export async function membershipsOf(
  db: Executor,
  userId: string,
  subdomain: string | null = null,
): Promise<Membership[]> {
  const rows = await db
    .select({ role: members.role, tenant: tenantColumns })
    .from(members)
    .innerJoin(tenants, eq(tenants.id, members.tenantId))
    .where(
      and(
        crossTenant('which tenants a person may enter'),
        eq(members.userId, userId),
        isNull(members.removedAt),
        subdomain ? eq(tenants.subdomain, subdomain) : undefined,
      ),
    )
    .orderBy(sql`${members.lastUsedAt} desc nulls last`, asc(members.joinedAt), asc(members.tenantId));
  return rows.map(({ role, tenant }) => ({ role, tenant: tenantOf(tenant) }));
}
