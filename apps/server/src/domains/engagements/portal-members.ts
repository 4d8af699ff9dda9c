import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { isUuid } from '../../kernel/ids.ts';

const STAFF = ['owner', 'admin', 'manager', 'member'] as const;

/** Whether a user is of the consultancy's present staff, or of the people of `orgId` where one is given. */
export async function isPortalMember(ctx: Ctx, userId: string, orgId?: string): Promise<boolean> {
  if (!isUuid(userId)) return false;
  const [row] = await ctx.db
    .select({ userId: members.userId })
    .from(members)
    .where(
      and(
        eq(members.tenantId, ctx.tenant.id),
        eq(members.userId, userId),
        isNull(members.removedAt),
        or(inArray(members.role, STAFF), orgId ? eq(members.contactId, orgId) : undefined),
      ),
    );
  return row !== undefined;
}

/** The addresses of an organisation's present people. */
export async function clientAddresses(ctx: Ctx, orgId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.tenantId, ctx.tenant.id), eq(members.contactId, orgId), isNull(members.removedAt)))
    .orderBy(users.email);
  return rows.map(({ email }) => email);
}
