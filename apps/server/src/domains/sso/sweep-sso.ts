import { seenAssertions, ssoRequests, ssoTrials } from '@officina/db/schema/sso';
import { and, lt } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx } from '../../kernel/context.ts';
import { crossTenant } from '../../kernel/statement.ts';

const TRIAL_DAYS = 30;

/** Removes what has had its time: sign-ins that nobody ended, assertions that no clock takes any more, old trials. */
export async function sweepSso(ctx: Ctx): Promise<void> {
  const everywhere = crossTenant('a job of the installation');
  const daysAgo = (days: number) => toDate(ctx.now.subtract({ hours: 24 * days }));
  await ctx.db.delete(ssoRequests).where(and(everywhere, lt(ssoRequests.expiresAt, toDate(ctx.now))));
  await ctx.db.delete(seenAssertions).where(and(everywhere, lt(seenAssertions.notOnOrAfter, daysAgo(1))));
  await ctx.db.delete(ssoTrials).where(and(everywhere, lt(ssoTrials.triedAt, daysAgo(TRIAL_DAYS))));
}
