import type { Ctx } from '../../kernel/context.ts';
import { actOnStripeEvent } from './act-on-stripe-event.ts';
import { keepFailedStripeEvent } from './keep-failed-stripe-event.ts';
import { parseStripeEvent, type StripeEvent } from './stripe-event.ts';

export interface Receipt {
  id: string;
  type: string;
  duplicate: boolean;
}

/**
 * Takes in a webhook's bytes, whose signature the caller has verified. Effects that fail are rolled back and tried
 * again later; this throws only for what is no event at all, and when the event cannot be kept.
 */
export async function receiveStripeEvent(ctx: Ctx, bytes: Buffer): Promise<Receipt> {
  const event = parseStripeEvent(bytes, ctx.now);
  const { id, type } = event;
  // Prototype of the request's own context: what it computes when asked stays so.
  const actor = { value: { kind: 'webhook', provider: 'stripe' } as const };
  const { duplicate } = await tryStripeEvent(Object.create(ctx, { actor }) as Ctx, event, { retry: true });
  return { id, type, duplicate };
}

/** Acts on an event, or keeps it as failed; answers why. */
export async function tryStripeEvent(
  ctx: Ctx,
  { id, payload }: Pick<StripeEvent, 'id' | 'payload'>,
  { retry }: { retry: boolean },
): Promise<{ duplicate: boolean; failure: unknown }> {
  try {
    const { duplicate } = await actOnStripeEvent(ctx, { id, payload });
    return { duplicate, failure: null };
  } catch (failure) {
    ctx.services.log.error({ err: failure, stripeEvent: id }, 'an event of Stripe failed');
    const error = failure instanceof Error ? failure.message : String(failure);
    await keepFailedStripeEvent(ctx, { id, payload, error, retry });
    return { duplicate: false, failure };
  }
}
