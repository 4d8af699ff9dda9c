import { rateLimits, sessions, userTokens } from '@officina/db/schema/identity';
import { lt, sql } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';

/** Removes what has expired: sessions, link tokens of a month ago, counting windows of yesterday. */
export async function sweepSessions(ctx: Ctx): Promise<void> {
  const now = toDate(ctx.now);
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await ctx.db.delete(sessions).where(lt(sessions.expiresAt, now));
  await ctx.db.delete(userTokens).where(lt(userTokens.expiresAt, daysAgo(30)));
  await ctx.db
    .delete(rateLimits)
    .where(lt(rateLimits.windowStart, sql`${daysAgo(1).toISOString()}::timestamptz`));
}
