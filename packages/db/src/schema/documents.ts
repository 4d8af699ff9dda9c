import { bigint, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, rowId, tenantId } from './columns.ts';
import { tenants } from './tenancy.ts';

/** Stored files: the bytes live in the storage port under an opaque key, what is known of them here. */
export const documents = pgTable(
  'documents',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    /** What the file is for: `logo`, `invoice_pdf`. */
    category: text('category').notNull(),
    filename: text('filename').notNull(),
    contentType: text('content_type').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    /** Hex. */
    sha256: text('sha256').notNull(),
    storageKey: text('storage_key').notNull(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('documents_category').on(t.tenantId, t.category, t.createdAt),
  ],
);
