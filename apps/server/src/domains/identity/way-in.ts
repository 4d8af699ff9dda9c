import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import type { Ctx, Tenant } from '../../kernel/context.ts';
import { type ClientClaim, clientClaim } from './client-claim.ts';
import { type Membership, membershipsOf } from './memberships.ts';

type User = typeof users.$inferSelect;

/** How the owner of a mailbox comes in: as the member that they are, or as the client that their address makes them. */
export type WayIn = { tenant: Tenant } & (
  | { user: User; membership: Membership; claim: null }
  | { user: User | null; membership: null; claim: ClientClaim }
);

/** Somebody who was taken out of the firm does not come back by an address. */
async function wasRemoved(ctx: Ctx, tenant: Tenant, userId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.tenantId, tenant.id), eq(members.userId, userId)));
  return rows.length > 0;
}

/**
 * Where a link that was asked for in `tenant` leads, or null for who has no business there. An invitation of
 * this firm and an inquiry sent to it count before memberships of other firms, which count before a mere address. `host`: only that tenant.
 */
export async function wayIn(
  ctx: Ctx,
  email: string,
  tenant: Tenant,
  host: string | null,
): Promise<WayIn | null> {
  const [user = null] = await ctx.db.select().from(users).where(eq(users.email, email));
  const memberships = user ? await membershipsOf(ctx.db, user.id, host) : [];
  const here = memberships.some((membership) => membership.tenant.id === tenant.id);
  const [membership] = memberships;
  const refused = here || (user !== null && (await wasRemoved(ctx, tenant, user.id)));
  const claim = refused ? null : await clientClaim(ctx, tenant.id, email);
  if (claim && (claim.by !== 'domain' || !membership)) return { user, tenant, claim, membership: null };
  return user && membership ? { user, tenant: membership.tenant, membership, claim: null } : null;
}
