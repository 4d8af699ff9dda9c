import { stripeEvents } from '@officina/db/schema/stripe-events';
import { desc, inArray } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { tryStripeEvent } from './receive-stripe-event.ts';
import { followedTypes } from './stripe-effects.ts';

const HOUR_MS = 3_600_000;
/** Events may arrive later than younger ones: so far back is looked behind the last one. */
const OVERLAP_MS = 6 * HOUR_MS;
/** Where nothing has arrived yet. */
const FIRST_MS = 72 * HOUR_MS;
/** Stripe takes no more in one question. */
const TYPES_AT_ONCE = 20;

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
  const since = new Date(Math.max(now - FIRST_MS, last ? last.created.getTime() - OVERLAP_MS : 0));
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
