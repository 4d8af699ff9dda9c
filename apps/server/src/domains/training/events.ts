import { stripeEventList, stripeEventRetry } from '@officina/contracts/orders-inputs';
import { read, staged } from '../../kernel/operation.ts';
import { pageOfEvents } from '../payments/list-stripe-events.ts';
import { retryEvent } from '../payments/retry-stripe-event.ts';

/** What the payment provider told, for the academy's staff. */
export const listTrainingEvents = read({
  name: 'training.events',
  permission: 'training.read',
  input: stripeEventList,
  run: pageOfEvents,
});

export const retryTrainingEvent = staged({
  name: 'training.retryEvent',
  permission: 'training.manage',
  input: stripeEventRetry,
  run: retryEvent,
});
