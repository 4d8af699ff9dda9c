import { resetPassword as input } from '@officina/contracts/identity-inputs';
import { users } from '@officina/db/schema/identity';
import { eq, sql } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { endSessions } from './end-sessions.ts';
import { checkToken, claimToken } from './link-tokens.ts';
import { recordOf } from './record-of.ts';
import { throttleLinks } from './throttle-links.ts';

/**
 * Sets a new password with a mailed token. The address counts as confirmed, every session of the account ends and so
 * does every other such link. INVALID_TOKEN for a token that is none any more.
 */
export const resetPassword = write({
  name: 'identity.resetPassword',
  permission: 'public',
  input,
  async run(ctx, { token, password }): Promise<{ success: true }> {
    await throttleLinks(ctx, 'reset-password');
    await checkToken(ctx, token, 'reset_password');
    const passwordHash = await ctx.services.passwords.hash(password);
    const userId = await claimToken(ctx, token, 'reset_password');
    const now = toDate(ctx.now);
    const tx = await ctx.tx();
    await tx
      .update(users)
      .set({
        passwordHash,
        emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${now.toISOString()})`,
        updatedAt: now,
      })
      .where(eq(users.id, userId));
    await endSessions(ctx, { userId });
    await recordOf(ctx, userId, 'password.reset');
    return { success: true };
  },
});
