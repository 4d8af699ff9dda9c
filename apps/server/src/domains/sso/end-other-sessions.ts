import { SSO_ROLES } from '@officina/contracts/sso';
import { sessions, users } from '@officina/db/schema/identity';
import { identityProviders, ssoDomains } from '@officina/db/schema/sso';
import { members } from '@officina/db/schema/tenancy';
import { and, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';

/**
 * Signs out the colleagues who came in another way, where this provider is now the only one: of `requireProvider` for
 * who is in already. The caller stays, since somebody is setting it up, and so do owners. Answers how many sessions ended, for the journal.
 */
export async function endOtherSessions(ctx: WriteCtx, idpId: string): Promise<{ signedOut?: number }> {
  const { id: tenantId } = ctx.tenant;
  const tx = await ctx.tx();
  const colleagues = tx
    .select({ id: users.id })
    .from(ssoDomains)
    .innerJoin(
      identityProviders,
      and(
        eq(identityProviders.tenantId, tenantId),
        eq(identityProviders.id, ssoDomains.idpId),
        eq(identityProviders.status, 'active'),
        eq(identityProviders.required, true),
      ),
    )
    .innerJoin(members, and(eq(members.tenantId, tenantId), inArray(members.role, SSO_ROLES)))
    .innerJoin(
      users,
      and(
        eq(users.id, members.userId),
        sql`right(${users.email}, length(${ssoDomains.domain}) + 1) = '@' || ${ssoDomains.domain}`,
      ),
    )
    .where(
      and(eq(ssoDomains.tenantId, tenantId), eq(ssoDomains.idpId, idpId), isNotNull(ssoDomains.verifiedAt)),
    );
  const ended = await tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.activeTenantId, tenantId),
        inArray(sessions.userId, colleagues),
        sql`${sessions.idpId} is distinct from ${idpId}`,
        ctx.actor.kind === 'user' ? ne(sessions.id, ctx.actor.sessionId) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  // Bearers of access tokens are told anew as well, of whom no row ends.
  ctx.announce(`tenant:${tenantId}`);
  if (!ended.length) return {};
  return { signedOut: ended.length };
}
