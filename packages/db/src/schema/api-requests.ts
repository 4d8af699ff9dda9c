import { foreignKey, index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { apiKeys } from './api-keys.ts';
import { moment, rowId, tenantId } from './columns.ts';
import { tenants } from './tenancy.ts';

/** Calls that programs made with a key: what was called and how it ended, nothing of what was sent or answered. */
export const apiRequests = pgTable(
  'api_requests',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    keyId: uuid('key_id').notNull(),
    at: moment('at').notNull(),
    method: text('method').notNull(),
    /** Without the query, which may hold names. */
    path: text('path').notNull(),
    status: smallint('status').notNull(),
    durationMs: integer('duration_ms').notNull(),
    requestId: text('request_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'api_requests_key_fk',
      columns: [t.tenantId, t.keyId],
      foreignColumns: [apiKeys.tenantId, apiKeys.id],
    }),
    index('api_requests_recent').on(t.tenantId, t.at, t.id),
    index('api_requests_key').on(t.tenantId, t.keyId, t.at, t.id),
  ],
);
