import type { KeyScope } from '@officina/contracts/api-keys';
import { KEY_RATE_LIMIT } from '@officina/contracts/api-keys';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, moment, rowId, tenantId } from './columns.ts';
import { members, tenants } from './tenancy.ts';

/** Keys with which programs act for a member; only the SHA-256 of a key is kept. */
export const apiKeys = pgTable(
  'api_keys',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    userId: uuid('user_id').notNull(),
    name: text('name').notNull(),
    prefix: text('prefix').notNull(),
    keyHash: text('key_hash').notNull(),
    scopes: text('scopes').array().$type<KeyScope[]>().notNull(),
    /** Requests per minute. */
    rateLimit: integer('rate_limit').notNull().default(KEY_RATE_LIMIT),
    expiresAt: moment('expires_at'),
    revokedAt: moment('revoked_at'),
    lastUsedAt: moment('last_used_at'),
    lastIp: text('last_ip'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'api_keys_owner_fk',
      columns: [t.tenantId, t.userId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    // A key names itself, not its tenant.
    uniqueIndex('api_keys_hash').on(t.keyHash),
    index('api_keys_recent').on(t.tenantId, t.createdAt, t.id),
    check('api_keys_scopes', sql`scopes <@ array['read', 'write'] and cardinality(scopes) > 0`),
  ],
);
