import type { StripeEventView } from '@officina/contracts/orders';
import { stripeEventRetry } from '@officina/contracts/orders-inputs';
import type { Ctx } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { staged } from '../../kernel/operation.ts';
import { findVisibleEvent } from './list-stripe-events.ts';
import { tryStripeEvent } from './receive-stripe-event.ts';

/** Acts again on an event that failed or led nowhere, and answers what became of it; CONFLICT for one that is done. */
export async function retryEvent(ctx: Ctx, { id }: { id: string }): Promise<StripeEventView> {
  const found = await findVisibleEvent(ctx, id);
  if (!found) throw notFound('Event');
  if (!found.view.abilities.retry) throw new AppError('CONFLICT', 'This event has been acted on');
  // What an event means is done in the name of its sender, whoever sees to it.
  const actor = { value: { kind: 'webhook', provider: 'stripe' } as const };
  await tryStripeEvent(Object.create(ctx, { actor }), { id, payload: found.payload }, { retry: false });
  const after = await findVisibleEvent(ctx, id);
  if (!after) throw notFound('Event');
  return after.view;
}

export const retryStripeEvent = staged({
  name: 'payments.retryEvent',
  permission: 'portal.payments.log',
  input: stripeEventRetry,
  run: retryEvent,
});
