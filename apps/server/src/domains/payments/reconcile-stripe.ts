import { stripeEvents } from '@officina/db/schema/stripe-events';
import { desc, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { crossTenant } from '../../kernel/statement.ts';
import { tryStripeEvent } from './receive-stripe-event.ts';
import { followedTypes } from './stripe-effects.ts';

const pending = crossTenant('checkouts of all tenants are at one provider');
const HOUR_MS = 3_600_000;
/** Events may arrive later than younger ones: so far back is looked behind the last one. */
const OVERLAP_MS = 6 * HOUR_MS;
/** Where nothing has arrived yet. */
const FIRST_MS = 72 * HOUR_MS;
/** Stripe takes no more in one question. */
const TYPES_AT_ONCE = 20;

/** What is pending for less is not waited for in vain yet. */
const PATIENCE_MINUTES = 10;
/** Stripe keeps its events for 30 days. */
const KEPT_HOURS = 30 * 24;

/**
 * When the oldest checkout began that is still pending though it should have been told of: its event may have been lost
 * long before the last one that arrived. In milliseconds; null where nothing is pending.
 */
async function oldestUnsettled(ctx: Ctx): Promise<number | null> {
  const [row] = await ctx.db.execute<{ at: number | null }>(sql`
    select extract(epoch from min(created_at)) * 1000 as at from (
      select created_at from orders where status = 'pending' and stripe_session_id is not null and ${pending}
      union all
      select created_at from payments where status = 'pending' and stripe_session_id is not null and ${pending}
    ) waiting
    where created_at between ${ctx.now.subtract({ hours: KEPT_HOURS }).toString()}::timestamptz
      and ${ctx.now.subtract({ minutes: PATIENCE_MINUTES }).toString()}::timestamptz`);
  return row?.at == null ? null : Number(row.at);
}

/** Acts on what happened at Stripe and never arrived, as if it had; safe beside webhooks and other runs. */
export async function reconcileStripe(ctx: Ctx): Promise<void> {
  const { payments } = ctx.services;
  if (payments.mode === 'off') return;
  const [last] = await ctx.db
    .select({ created: stripeEvents.created })
    .from(stripeEvents)
    .orderBy(desc(stripeEvents.created))
    .limit(1);
  const now = ctx.now.epochMilliseconds;
  // A clock that runs ahead over there must not hide what happened before it.
  const usual = Math.max(now - FIRST_MS, last ? Math.min(last.created.getTime(), now) - OVERLAP_MS : 0);
  const since = new Date(Math.min(usual, (await oldestUnsettled(ctx)) ?? usual));
  const types = followedTypes();
  for (let at = 0; at < types.length; at += TYPES_AT_ONCE) {
    const happened = await payments.eventsSince(since, types.slice(at, at + TYPES_AT_ONCE));
    if (!happened.length) continue;
    const ids = happened.map(({ id }) => id);
    const known = await ctx.db
      .select({ id: stripeEvents.id })
      .from(stripeEvents)
      .where(inArray(stripeEvents.id, ids));
    const arrived = new Set(known.map(({ id }) => id));
    for (const event of happened)
      if (!arrived.has(event.id)) await tryStripeEvent(ctx, event, { retry: true });
  }
}
