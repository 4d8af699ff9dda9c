import { rateLimits, sessions, signInLinks, userTokens } from '@officina/db/schema/identity';
import { oauthRequests } from '@officina/db/schema/oauth';
import { webauthnChallenges } from '@officina/db/schema/passkeys';
import { lt, sql } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';

/** Removes what has expired: sessions, link tokens of a month ago, sign-in links, passkey challenges, sign-ins that nobody ended, counting windows of yesterday. */
export async function sweepSessions(ctx: Ctx): Promise<void> {
  const now = toDate(ctx.now);
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await ctx.db.delete(sessions).where(lt(sessions.expiresAt, now));
  await ctx.db.delete(userTokens).where(lt(userTokens.expiresAt, daysAgo(30)));
  await ctx.db.delete(signInLinks).where(lt(signInLinks.expiresAt, daysAgo(1)));
  await ctx.db.delete(webauthnChallenges).where(lt(webauthnChallenges.expiresAt, now));
  await ctx.db.delete(oauthRequests).where(lt(oauthRequests.expiresAt, now));
  await ctx.db
    .delete(rateLimits)
    .where(lt(rateLimits.windowStart, sql`${daysAgo(1).toISOString()}::timestamptz`));
}
