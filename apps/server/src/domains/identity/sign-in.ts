import { signIn as input } from '@officina/contracts/identity-inputs';
import type { Role } from '@officina/contracts/roles';
import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { checkPassword } from './check-password.ts';
import { membershipsOf } from './memberships.ts';
import { openSession } from './open-session.ts';
import { closeSession } from './sign-out.ts';

export interface SignedIn {
  user: { id: string; email: string; name: string; tenantId: string; role: Role };
  /** For the cookie alone. */
  token: string;
  expires: string;
}

/**
 * Opens a session for an e-mail and password, in the host's tenant or the one last used. Unknown account, wrong
 * password, removed member and foreign host give the same answer after the same work.
 */
export const signIn = write({
  name: 'identity.signIn',
  permission: 'public',
  input,
  async run(ctx, { email, password }): Promise<SignedIn> {
    const [user] = await ctx.db.select().from(users).where(eq(users.email, email));
    const matches = await checkPassword(ctx, { email, account: user, password });
    const [membership] = user && matches ? await membershipsOf(ctx.db, user.id, ctx.hostSubdomain) : [];
    if (!user || !membership) throw new AppError('INVALID_CREDENTIALS');
    const { role, tenant } = membership;
    const tx = await ctx.tx();
    if (ctx.actor.kind === 'user') await closeSession(ctx, ctx.actor.sessionId);
    const { token, expiresAt } = await openSession(tx, {
      userId: user.id,
      activeTenantId: tenant.id,
      createdAt: toDate(ctx.now),
      ip: ctx.ip,
      userAgent: ctx.userAgent,
    });
    await tx
      .update(members)
      .set({ lastUsedAt: toDate(ctx.now) })
      .where(and(eq(members.tenantId, tenant.id), eq(members.userId, user.id)));
    ctx.record({
      verb: 'user.signed_in',
      subject: { type: 'user', id: user.id },
      as: { tenantId: tenant.id, userId: user.id },
    });
    const { id, name } = user;
    return { user: { id, email, name, tenantId: tenant.id, role }, token, expires: expiresAt.toISOString() };
  },
});
