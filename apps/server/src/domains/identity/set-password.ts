import { setPassword as input } from '@officina/contracts/identity-inputs';
import { users } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { endSessions } from './end-sessions.ts';
import { enter } from './enter.ts';
import { checkToken, claimToken } from './link-tokens.ts';
import { membershipsOf } from './memberships.ts';
import { proveMailbox } from './prove-mailbox.ts';
import { throttleLinks } from './throttle-links.ts';

/**
 * Sets a first password with a mailed token and signs its owner in. The address counts as confirmed, and every other
 * such link ends. INVALID_TOKEN for a token that is none any more, SSO_REQUIRED for who must come
 * through their firm's provider.
 */
export const setPassword = write({
  name: 'identity.setPassword',
  permission: 'public',
  input,
  async run(ctx, { token: link, password }): Promise<{ ok: true; token: string }> {
    await throttleLinks(ctx, 'set-password');
    await checkToken(ctx, link, 'set_password');
    const passwordHash = await ctx.services.passwords.hash(password);
    const userId = await claimToken(ctx, link, 'set_password');
    const [membership] = await membershipsOf(ctx.db, userId, ctx.hostSubdomain);
    if (!membership) throw new AppError('INVALID_TOKEN');
    const tx = await ctx.tx();
    const [account] = await tx.select().from(users).where(eq(users.id, userId)).for('update');
    if (!account) throw new AppError('INVALID_TOKEN');
    await proveMailbox(ctx, account);
    await tx
      .update(users)
      .set({ passwordHash, updatedAt: toDate(ctx.now) })
      .where(eq(users.id, userId));
    await endSessions(ctx, { userId });
    const as = { tenantId: membership.tenant.id, userId };
    ctx.record({ verb: 'password.set', subject: { type: 'user', id: userId }, as });
    const { token } = await enter(ctx, account, membership, 'password');
    return { ok: true, token };
  },
});
