import { resetPassword as input } from '@officina/contracts/account-inputs';
import { users } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { endSessions } from './end-sessions.ts';
import { checkToken, claimToken } from './link-tokens.ts';
import { proveMailbox } from './prove-mailbox.ts';
import { recordOf } from './record-of.ts';
import { throttleLinks } from './throttle-links.ts';

/**
 * Sets a new password with a mailed token, which proves the mailbox. Every session of the account ends and so does every
 * other such link. INVALID_TOKEN for a token that is none any more.
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
    const tx = await ctx.tx();
    const [account] = await tx.select().from(users).where(eq(users.id, userId)).for('update');
    if (!account) throw new AppError('INVALID_TOKEN');
    await proveMailbox(ctx, account);
    await tx
      .update(users)
      .set({ passwordHash, updatedAt: toDate(ctx.now) })
      .where(eq(users.id, userId));
    await endSessions(ctx, { userId });
    await recordOf(ctx, userId, 'password.reset');
    return { success: true };
  },
});
