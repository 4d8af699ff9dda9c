import { ITEM_TYPES, type ItemTier, type ItemType } from '@officina/contracts/item-sales';
import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, oneOf, rowId, tenantId, updatedAt, words } from './columns.ts';
import { documents } from './documents.ts';
import { members, tenants } from './tenancy.ts';

/** Something that is sold by itself: a picture, a film, a document. */
export const items = pgTable(
  'items',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    title: text('title').notNull(),
    itemType: words<ItemType>('item_type').notNull(),
    creatorId: uuid('creator_id').notNull(),
    tiers: jsonb('tiers').$type<ItemTier[]>().notNull(),
    /** What is downloaded. */
    documentId: uuid('document_id'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'items_creator_fk',
      columns: [t.tenantId, t.creatorId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    foreignKey({
      name: 'items_document_fk',
      columns: [t.tenantId, t.documentId],
      foreignColumns: [documents.tenantId, documents.id],
    }),
    index('items_recent').on(t.tenantId, t.createdAt, t.id),
    oneOf('items_type', t.itemType, ITEM_TYPES),
  ],
);
