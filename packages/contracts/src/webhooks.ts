/** What other programs may be told of; `*` stands for all of them. */
export const WEBHOOK_EVENTS = [
  'client.created',
  'client.updated',
  'client.deleted',
  'project.created',
  'project.updated',
  'project.completed',
  'project.archived',
  'invoice.created',
  'invoice.sent',
  'invoice.paid',
  'invoice.overdue',
  'invoice.payment_failed',
  'payment.succeeded',
  'payment.failed',
  'ping',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** A delivery waits, was refused and waits again, arrived, or was given up. */
export const DELIVERY_STATUSES = ['pending', 'retrying', 'success', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const MAX_WEBHOOKS = 20;
