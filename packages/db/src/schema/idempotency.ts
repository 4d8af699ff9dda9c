import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAt, tenantId } from './columns.ts';
import { tenants } from './tenancy.ts';

/** What was answered to a request with an `Idempotency-Key`, written in the transaction of its change. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    tenantId: tenantId().references(() => tenants.id),
    /** Who asked: a key, a user, or an address. */
    actor: text('actor').notNull(),
    route: text('route').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of what was asked. */
    bodyHash: text('body_hash').notNull(),
    status: integer('status'),
    /** The body as it was sent. */
    answer: text('answer'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.actor, t.route, t.key] }),
    index('idempotency_keys_created').on(t.tenantId, t.createdAt),
  ],
);
