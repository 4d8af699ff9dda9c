import { STRIPE_EVENT_STATUSES, type StripeEventStatus } from '@officina/contracts/payments';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, oneOf, words } from './columns.ts';
import { tenants } from './tenancy.ts';

/** Every event of the payment provider, once. Global: which tenant it concerns is found out while it is acted on. */
export const stripeEvents = pgTable(
  'stripe_events',
  {
    /** The provider's id; of an event without one `sha256:` and the hash of its bytes. */
    id: text('id').primaryKey(),
    type: text('type').notNull(),
    /** When it happened at the provider. */
    created: moment('created').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    /** The provider's ids that stand in it. */
    objects: text('objects').array().notNull(),
    status: words<StripeEventStatus>('status').notNull(),
    attempts: integer('attempts').notNull().default(1),
    error: text('error'),
    /** Whose affair it turned out to be. */
    concerns: uuid('concerns').references(() => tenants.id, { onDelete: 'set null' }),
    receivedAt: moment('received_at').notNull(),
    processedAt: moment('processed_at'),
  },
  (t) => [
    index('stripe_events_objects').using('gin', t.objects),
    index('stripe_events_open').on(t.status, t.receivedAt).where(sql`status <> 'processed'`),
    index('stripe_events_concerns').on(t.concerns, t.receivedAt),
    oneOf('stripe_events_status', t.status, STRIPE_EVENT_STATUSES),
  ],
);
