import { stripeEvents } from '@officina/db/schema/stripe-events';
import { and, arrayOverlaps, eq, sql } from 'drizzle-orm';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { NO_TENANT } from '../../kernel/ids.ts';
import { tryStripeEvent } from './receive-stripe-event.ts';

/** Tries an event again that failed or led nowhere. Throws while it fails, so that the job comes again. */
export async function processStripeEvent(ctx: Ctx, { id }: Record<string, unknown>): Promise<void> {
  const [event] = await ctx.db
    .select({ id: stripeEvents.id, payload: stripeEvents.payload, status: stripeEvents.status })
    .from(stripeEvents)
    .where(eq(stripeEvents.id, String(id)));
  if (!event || event.status === 'processed') return;
  const { failure } = await tryStripeEvent(ctx, event, { retry: false });
  if (failure) throw failure;
}

/**
 * Orders another try of the events that led nowhere and name one of these objects of Stripe; called in the transaction
 * that makes what they lead to.
 */
export async function reviveStripeEvents(ctx: WriteCtx, objects: readonly string[]): Promise<void> {
  const tx = await ctx.tx();
  const waiting = await tx
    .select({ id: stripeEvents.id })
    .from(stripeEvents)
    .where(and(sql`${stripeEvents.status} = 'unmatched'`, arrayOverlaps(stripeEvents.objects, [...objects])))
    .orderBy(stripeEvents.created);
  for (const { id } of waiting)
    ctx.enqueue('process-stripe-event', { id }, { key: `stripe-event:${id}`, tenantId: NO_TENANT });
}
