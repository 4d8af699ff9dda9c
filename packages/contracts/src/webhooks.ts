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

export interface WebhookView {
  id: string;
  url: string;
  events: (WebhookEvent | '*')[];
  isActive: boolean;
  createdAt: string;
  updatedAt: string;
  metadata: Record<string, unknown>;
  /** Of its last 100 deliveries that are over, 0..1; null without one. */
  successRate: number | null;
  /** Deliveries given up one after the other. */
  failures: number;
  /** Why it was switched off, where nobody did. */
  pausedReason: string | null;
}

/** `secret` signs what is sent; it is told when it is made and never again. */
export interface WebhookWithSecret extends WebhookView {
  secret: string;
}

export interface DeliveryView {
  id: string;
  event: WebhookEvent;
  status: DeliveryStatus;
  attempts: number;
  responseCode: number | null;
  error: string | null;
  createdAt: string;
  lastAttemptAt: string | null;
  nextAttemptAt: string | null;
}

export interface DeliveryDetail extends DeliveryView {
  payload: Record<string, unknown>;
  /** The first 1000 characters of what was answered. */
  responseBody: string | null;
}
