import type { OAuthProvider } from '@officina/contracts/oauth';
import type { Role } from '@officina/contracts/roles';
import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { homeOf } from './home.ts';
import type { Membership } from './memberships.ts';
import { openSession } from './open-session.ts';
import { requireProvider } from './require-provider.ts';
import { closeSession } from './sign-out.ts';

/** By what somebody proved who they are; stands in the journal. */
export type SignInSource =
  | 'password'
  | 'email'
  | 'dev-login'
  | 'passkey'
  | 'backup_code'
  | 'saml'
  | 'oidc'
  | OAuthProvider;

export interface SignedIn {
  user: { id: string; email: string; name: string; tenantId: string; role: Role };
  /** For the cookie alone. */
  token: string;
  expires: string;
  /** The page that they begin on. */
  home: string;
}

/** Opens a session for who has proved who they are; the one that was presented ends. The door checks the membership. `idpId`: of
 * the provider that told who they are. Throws SSO_REQUIRED for who must come through it. */
export async function enter(
  ctx: WriteCtx,
  { id, email, name }: { id: string; email: string; name: string },
  { role, tenant }: Membership,
  source: SignInSource,
  idpId: string | null = null,
): Promise<SignedIn> {
  await requireProvider(ctx, { email, role, tenantId: tenant.id, idpId });
  const now = toDate(ctx.now);
  const tx = await ctx.tx();
  if (ctx.actor.kind === 'user' && ctx.actor.sessionId) await closeSession(ctx, ctx.actor.sessionId);
  const { token, expiresAt } = await openSession(tx, {
    userId: id,
    activeTenantId: tenant.id,
    createdAt: now,
    ip: ctx.ip,
    userAgent: ctx.userAgent,
    idpId,
  });
  await tx.update(users).set({ lastLoginAt: now }).where(eq(users.id, id));
  await tx
    .update(members)
    .set({ lastUsedAt: now })
    .where(and(eq(members.tenantId, tenant.id), eq(members.userId, id)));
  ctx.record({
    verb: 'user.signed_in',
    subject: { type: 'user', id },
    after: { source },
    as: { tenantId: tenant.id, userId: id },
  });
  return {
    user: { id, email, name, tenantId: tenant.id, role },
    token,
    expires: expiresAt.toISOString(),
    home: homeOf(role, tenant),
  };
}
