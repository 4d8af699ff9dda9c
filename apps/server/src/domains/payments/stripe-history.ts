import { stripeEvents } from '@officina/db/schema/stripe-events';
import { and, arrayContains, eq, gt, inArray, like, ne, or, sql } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import type { StripeEvent } from './stripe-event.ts';

const ENDINGS = ['customer.subscription.deleted'];

/**
 * Whether a later event of the same subscription has been acted on already, so that this one is history. Stripe tells
 * time in seconds: of two in one second the ending is the later. `anyTime` asks for any event of the subscription.
 * Whoever asks holds what the subscription changes locked, so that no such event is being acted on meanwhile.
 */
export async function wasFollowedBy(
  ctx: WriteCtx,
  event: StripeEvent,
  subscriptionId: string,
  { anyTime }: { anyTime: boolean },
): Promise<boolean> {
  const tx = await ctx.tx();
  const later = or(
    gt(stripeEvents.created, event.created),
    and(eq(stripeEvents.created, event.created), inArray(stripeEvents.type, ENDINGS)),
  );
  const [found] = await tx
    .select({ id: stripeEvents.id })
    .from(stripeEvents)
    .where(
      and(
        ne(stripeEvents.id, event.id),
        eq(stripeEvents.status, 'processed'),
        like(stripeEvents.type, 'customer.subscription.%'),
        arrayContains(stripeEvents.objects, [subscriptionId]),
        sql`${stripeEvents.payload}->'data'->'object'->>'id' = ${subscriptionId}`,
        anyTime ? undefined : later,
      ),
    )
    .limit(1);
  return found !== undefined;
}
