/** What became of an event of the payment provider; `unmatched` ones lead to nothing that we know of yet. */
export const STRIPE_EVENT_STATUSES = ['processed', 'failed', 'unmatched'] as const;
export type StripeEventStatus = (typeof STRIPE_EVENT_STATUSES)[number];
