import {
  DELIVERY_STATUSES,
  type DeliveryStatus,
  WEBHOOK_EVENTS,
  type WebhookEvent,
} from '@officina/contracts/webhooks';
import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, moment, oneOf, rowId, tenantId, updatedAt, words } from './columns.ts';
import { members, tenants } from './tenancy.ts';

/** Where another program wants to be told what happens here. */
export const webhookSubscriptions = pgTable(
  'webhook_subscriptions',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    url: text('url').notNull(),
    events: text('events').array().$type<(WebhookEvent | '*')[]>().notNull(),
    /** Encrypted under SECRETS_KEY. */
    secret: text('secret').notNull(),
    /** The one before, with which deliveries are signed too until `previousUntil`. */
    previousSecret: text('previous_secret'),
    previousUntil: moment('previous_until'),
    active: boolean('active').notNull().default(true),
    metadata: jsonb('metadata').$type<Record<string, unknown>>().notNull().default({}),
    /** Deliveries given up one after the other. */
    failures: integer('failures').notNull().default(0),
    /** Why it was switched off, where nobody did. */
    pausedReason: text('paused_reason'),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'webhook_subscriptions_owner_fk',
      columns: [t.tenantId, t.createdBy],
      foreignColumns: [members.tenantId, members.userId],
    }),
    index('webhook_subscriptions_recent').on(t.tenantId, t.createdAt, t.id),
    index('webhook_subscriptions_active').on(t.tenantId).where(sql`active`),
  ],
);

/** One event on its way to one subscription; the log of what was sent and answered. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    subscriptionId: uuid('subscription_id').notNull(),
    /** The same for every subscription and every try. */
    eventId: uuid('event_id').notNull(),
    event: words<WebhookEvent>('event').notNull(),
    /** The body as it is sent, so that every try sends the same bytes. */
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    status: words<DeliveryStatus>('status').notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    responseCode: integer('response_code'),
    /** Its first 1000 characters. */
    responseBody: text('response_body'),
    error: text('error'),
    lastAttemptAt: moment('last_attempt_at'),
    nextAttemptAt: moment('next_attempt_at'),
    deliveredAt: moment('delivered_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'webhook_deliveries_subscription_fk',
      columns: [t.tenantId, t.subscriptionId],
      foreignColumns: [webhookSubscriptions.tenantId, webhookSubscriptions.id],
    }).onDelete('cascade'),
    uniqueIndex('webhook_deliveries_event').on(t.tenantId, t.subscriptionId, t.eventId),
    index('webhook_deliveries_recent').on(t.tenantId, t.subscriptionId, t.createdAt, t.id),
    oneOf('webhook_deliveries_state', t.status, DELIVERY_STATUSES),
    oneOf('webhook_deliveries_event_word', t.event, WEBHOOK_EVENTS),
  ],
);
