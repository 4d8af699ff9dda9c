import { PERMANENT_DOCUMENTS, type PermanentDocument } from '@officina/contracts/office';
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, moment, oneOf, ref, rowId, tenantId, words } from './columns.ts';
import { contacts } from './contacts.ts';
import { members, tenants } from './tenancy.ts';

/** Stored files: the bytes live in the storage port under an opaque key, what is known of them here. */
export const documents = pgTable(
  'documents',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    ref: ref(),
    /** What the file is for: `logo`, `invoice_pdf`, `permanent`. It decides who may read it. */
    category: text('category').notNull(),
    /** Whose file it is, where it is a customer's. */
    contactId: uuid('contact_id'),
    /** Which of the documents every client's file must hold; null for all others. */
    documentType: words<PermanentDocument>('document_type'),
    /** A clean base name, for people. */
    filename: text('filename').notNull(),
    /** As told by the bytes. */
    contentType: text('content_type').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    /** Hex. */
    sha256: text('sha256').notNull(),
    storageKey: text('storage_key').notNull(),
    /** When a virus scanner found nothing in it; null where none looked. */
    scannedAt: moment('scanned_at'),
    /** Who uploaded it, or caused it to be made. */
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'documents_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    uniqueIndex('documents_ref').on(t.tenantId, t.ref),
    index('documents_category').on(t.tenantId, t.category, t.createdAt),
    index('documents_contact').on(t.tenantId, t.contactId, t.createdAt).where(sql`contact_id is not null`),
    index('documents_permanent_held')
      .on(t.tenantId, t.documentType, t.contactId)
      .where(sql`document_type is not null`),
    oneOf('documents_type', t.documentType, PERMANENT_DOCUMENTS),
    check(
      'documents_permanent',
      sql`(${t.category} = 'permanent') = (${t.documentType} is not null)
        and (${t.documentType} is null or ${t.contactId} is not null)`,
    ),
  ],
);

/** Bytes that a tenant's documents take, kept by whatever adds or removes one. */
export const storageUsage = pgTable(
  'storage_usage',
  {
    tenantId: uuid('tenant_id')
      .primaryKey()
      .references(() => tenants.id),
    usedBytes: bigint('used_bytes', { mode: 'number' }).notNull().default(0),
  },
  (t) => [check('storage_usage_sane', sql`${t.usedBytes} >= 0`)],
);

/**
 * Files in the storage that no document names, yet or any more: noted before the bytes are written, gone with the
 * commit of the document. What stays is removed by a job.
 */
export const unclaimedFiles = pgTable(
  'unclaimed_files',
  {
    tenantId: tenantId().references(() => tenants.id),
    storageKey: text('storage_key').notNull(),
    since: moment('since').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.storageKey] }),
    index('unclaimed_files_since').on(t.tenantId, t.since),
  ],
);

/** A file on its way in pieces: what arrived stays when the connection breaks, for as long as it may be resumed. */
export const uploadSessions = pgTable(
  'upload_sessions',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    /** Whose it is: nobody else adds to it. */
    userId: uuid('user_id').notNull(),
    /** What it will be: judged again when it is complete. */
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    filename: text('filename').notNull(),
    claimedType: text('claimed_type').notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    /** As the browser says, in milliseconds: with name and size it tells whether a file is the one that broke off. */
    lastModified: bigint('last_modified', { mode: 'number' }),
    receivedBytes: bigint('received_bytes', { mode: 'number' }).notNull().default(0),
    expiresAt: moment('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'upload_sessions_user_fk',
      columns: [t.tenantId, t.userId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    index('upload_sessions_user').on(t.tenantId, t.userId),
    index('upload_sessions_expiry').on(t.tenantId, t.expiresAt),
    check('upload_sessions_sane', sql`received_bytes between 0 and size_bytes`),
  ],
);

/** A piece of a file on its way, in the storage under a key of its own. */
export const uploadParts = pgTable(
  'upload_parts',
  {
    tenantId: tenantId().references(() => tenants.id),
    uploadId: uuid('upload_id').notNull(),
    /** Where in the file it begins. */
    offsetBytes: bigint('offset_bytes', { mode: 'number' }).notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
    storageKey: text('storage_key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.uploadId, t.offsetBytes] }),
    foreignKey({
      name: 'upload_parts_session_fk',
      columns: [t.tenantId, t.uploadId],
      foreignColumns: [uploadSessions.tenantId, uploadSessions.id],
    }),
  ],
);
