import type { ListParams } from '@officina/contracts/preferences';
import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, deletedAt, rowId, tenantId, updatedAt, version } from './columns.ts';
import { members, tenants } from './tenancy.ts';

/** The state of a list under a name: its owner's alone, or offered to colleagues. */
export const savedViews = pgTable(
  'saved_views',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    list: text('list').notNull(),
    label: text('label').notNull(),
    params: jsonb('params').$type<ListParams>().notNull(),
    ownerId: uuid('owner_id').notNull(),
    shared: boolean('shared').notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'saved_views_owner_fk',
      columns: [t.tenantId, t.ownerId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    uniqueIndex('saved_views_label_unique')
      .on(t.tenantId, t.list, t.ownerId, sql`lower(${t.label})`)
      .where(sql`deleted_at is null`),
    index('saved_views_shared').on(t.tenantId, t.list).where(sql`shared and deleted_at is null`),
  ],
);
