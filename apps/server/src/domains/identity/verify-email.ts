import { byToken } from '@officina/contracts/identity-inputs';
import { users } from '@officina/db/schema/identity';
import { eq, sql } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { claimToken } from './link-tokens.ts';
import { recordOf } from './record-of.ts';
import { throttleLinks } from './throttle-links.ts';

/** Confirms an address with the token that was mailed to it. INVALID_TOKEN for every token that is none any more. */
export const verifyEmail = write({
  name: 'identity.verifyEmail',
  permission: 'public',
  input: byToken,
  async run(ctx, { token }): Promise<{ userId: string; email: string }> {
    await throttleLinks(ctx, 'verify-email');
    const userId = await claimToken(ctx, token, 'verify_email');
    const tx = await ctx.tx();
    const [user] = await tx
      .update(users)
      .set({
        emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${toDate(ctx.now).toISOString()})`,
        updatedAt: toDate(ctx.now),
      })
      .where(eq(users.id, userId))
      .returning({ email: users.email });
    ctx.announce(`user:${userId}`);
    await recordOf(ctx, userId, 'user.verified');
    return { userId, email: user?.email ?? '' };
  },
});
