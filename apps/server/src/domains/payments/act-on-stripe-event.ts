import type { StripeEventStatus } from '@officina/contracts/payments';
import { stripeEvents } from '@officina/db/schema/stripe-events';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import type { TenantId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { effectsOf } from './stripe-effects.ts';
import { eventOf, idsIn, type StripeEvent } from './stripe-event.ts';

export interface Acted {
  /** It had been acted on before; nothing was done. */
  duplicate: boolean;
  status: StripeEventStatus;
}

/** Takes the event for this transaction: others with the same one wait here until it has ended. */
async function take(ctx: WriteCtx, event: StripeEvent): Promise<'new' | StripeEventStatus> {
  const tx = await ctx.tx();
  const [made] = await tx
    .insert(stripeEvents)
    .values({
      id: event.id,
      type: event.type,
      created: event.created,
      payload: event.payload,
      objects: idsIn(event.payload),
      status: 'processed',
      receivedAt: toDate(ctx.now),
      processedAt: toDate(ctx.now),
    })
    .onConflictDoNothing()
    .returning({ id: stripeEvents.id });
  if (made) return 'new';
  const [known] = await tx
    .select({ status: stripeEvents.status })
    .from(stripeEvents)
    .where(eq(stripeEvents.id, event.id))
    .for('update');
  return known?.status ?? 'new';
}

/** Keeps an event of Stripe and does what it means, both or neither; of one id once. */
export const actOnStripeEvent = write({
  name: 'payments.actOnStripeEvent',
  permission: 'system',
  input: z.object({ id: z.string(), payload: z.record(z.string(), z.unknown()) }),
  async run(ctx, { id, payload }): Promise<Acted> {
    const event = eventOf(id, payload, ctx.now);
    const before = await take(ctx, event);
    if (before === 'processed') return { duplicate: true, status: 'processed' };
    let concerns: TenantId | null = null;
    let unmatched = false;
    for (const effect of effectsOf(event.type)) {
      const meaning = await effect(ctx, event);
      if (meaning === 'unmatched') unmatched = true;
      else if (meaning) concerns = meaning.tenantId;
    }
    const status: StripeEventStatus = unmatched && !concerns ? 'unmatched' : 'processed';
    if (before !== 'new' || status !== 'processed' || concerns) {
      const tx = await ctx.tx();
      await tx
        .update(stripeEvents)
        .set({
          status,
          concerns,
          error: null,
          processedAt: status === 'processed' ? toDate(ctx.now) : null,
          ...(before !== 'new' && { attempts: sql`${stripeEvents.attempts} + 1` }),
        })
        .where(eq(stripeEvents.id, event.id));
    }
    return { duplicate: false, status };
  },
});
