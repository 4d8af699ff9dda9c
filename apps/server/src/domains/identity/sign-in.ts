import { signIn as input } from '@officina/contracts/identity-inputs';
import type { Role } from '@officina/contracts/roles';
import { users } from '@officina/db/schema/identity';
import { members, tenants } from '@officina/db/schema/tenancy';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { TenantId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { crossTenant } from '../../kernel/statement.ts';
import { openSession } from './session-store.ts';
import { closeSession } from './sign-out.ts';

/** Failed attempts per minute for one address and account together. */
export const FAILURES_PER_MINUTE = 5;
const WINDOW_SECONDS = 60;

export interface SignedIn {
  user: { id: string; email: string; name: string; tenantId: string; role: Role };
  /** For the cookie alone. */
  token: string;
  expires: string;
}

async function throttle(ctx: WriteCtx, bucket: string): Promise<void> {
  const state = await ctx.services.attempts.peek(bucket, FAILURES_PER_MINUTE, WINDOW_SECONDS, ctx.now);
  if (state.allowed) return;
  throw new AppError('RATE_LIMIT_EXCEEDED', undefined, {
    limit: state.limit,
    reset_at: new Date(state.resetAt.epochMilliseconds).toISOString(),
  });
}

/** Live memberships of a user, the one last used first; of the host's tenant alone when the host names one. */
async function membershipOf(ctx: WriteCtx, userId: string, subdomain: string | null) {
  const [membership] = await ctx.db
    .select({ tenantId: members.tenantId, role: members.role, subdomain: tenants.subdomain })
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
    .orderBy(sql`${desc(members.lastUsedAt)} nulls last`, asc(members.joinedAt))
    .limit(1);
  return membership;
}

/**
 * Opens a session for an e-mail and password. Unknown account, wrong password, removed member and foreign host
 * give the same answer after the same work.
 */
export const signIn = write({
  name: 'identity.signIn',
  permission: 'public',
  input,
  async run(ctx, { email, password }): Promise<SignedIn> {
    const bucket = `sign-in:${ctx.ip ?? 'local'}:${email}`;
    await throttle(ctx, bucket);
    const [user] = await ctx.db.select().from(users).where(eq(users.email, email));
    const matches = await ctx.services.passwords.verify(user?.passwordHash ?? null, password);
    const membership = user && matches ? await membershipOf(ctx, user.id, ctx.hostSubdomain) : undefined;
    if (!user || !membership) {
      await ctx.services.attempts.hit(bucket, FAILURES_PER_MINUTE, WINDOW_SECONDS, ctx.now);
      throw new AppError('INVALID_CREDENTIALS');
    }
    const tx = await ctx.tx();
    if (ctx.actor.kind === 'user') await closeSession(ctx, ctx.actor.sessionId);
    const { token, expiresAt } = await openSession(tx, user.id, {
      activeTenantId: membership.tenantId,
      createdAt: toDate(ctx.now),
      ip: ctx.ip,
      userAgent: ctx.userAgent,
    });
    await tx
      .update(members)
      .set({ lastUsedAt: toDate(ctx.now) })
      .where(and(eq(members.tenantId, membership.tenantId), eq(members.userId, user.id)));
    ctx.record({
      verb: 'user.signed_in',
      subject: { type: 'user', id: user.id },
      as: { tenantId: membership.tenantId as TenantId, userId: user.id },
    });
    return {
      user: {
        id: user.id,
        email: user.email,
        name: user.name,
        tenantId: membership.tenantId,
        role: membership.role,
      },
      token,
      expires: expiresAt.toISOString(),
    };
  },
});
