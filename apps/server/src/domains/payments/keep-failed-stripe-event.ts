import { stripeEvents } from '@officina/db/schema/stripe-events';
import { ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { toDate } from '../../kernel/clock.ts';
import { NO_TENANT } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { eventOf, idsIn, tenantNamedIn } from './stripe-event.ts';

/** Tries after the first, with growing pauses. */
const TRIES = 5;

/** Keeps an event whose effects failed and were rolled back, and orders the next try. */
export const keepFailedStripeEvent = write({
  name: 'payments.keepFailedStripeEvent',
  permission: 'system',
  input: z.object({
    id: z.string(),
    payload: z.record(z.string(), z.unknown()),
    error: z.string(),
    /** A job that tries it already orders its own next try. */
    retry: z.boolean(),
  }),
  async run(ctx, { id, payload, error, retry }): Promise<void> {
    const event = eventOf(id, payload, ctx.now);
    const tx = await ctx.tx();
    const failure = { status: 'failed' as const, error: error.slice(0, 1000) };
    // What was found out about it has been rolled back; its metadata, which are ours, name the tenant.
    const named = tenantNamedIn(event);
    const concerns = named ? sql`(select id from tenants where id = ${named})` : null;
    await tx
      .insert(stripeEvents)
      .values({
        id: event.id,
        type: event.type,
        created: event.created,
        payload: event.payload,
        objects: idsIn(event.payload),
        receivedAt: toDate(ctx.now),
        ...failure,
        concerns,
      })
      .onConflictDoUpdate({
        target: stripeEvents.id,
        set: { ...failure, attempts: sql`${stripeEvents.attempts} + 1` },
        // Another delivery may have succeeded meanwhile.
        setWhere: ne(stripeEvents.status, 'processed'),
      });
    if (retry)
      ctx.enqueue(
        'process-stripe-event',
        { id: event.id },
        {
          key: `stripe-event:${event.id}`,
          maxAttempts: TRIES,
          tenantId: NO_TENANT,
        },
      );
  },
});
