import { ACTOR_KINDS, type ActorKind } from '@officina/contracts/actors';
import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytea, moment, oneOf, rowId, tenantId, words } from './columns.ts';
import { tenants } from './tenancy.ts';

/**
 * The append-only record of every change. Written in the transaction of the change; a sealing job later gives
 * each entry its place in the tenant's hash chain, so that writers of one tenant never wait for each other. Every write
 * of the product pays for what hangs on this table: it has no key but its order, and refers to nothing (decision 0017).
 */
export const journalEntries = pgTable(
  'journal_entries',
  {
    tenantId: tenantId(),
    id: rowId(),
    /** The writing transaction: orders entries for sealing and tells caches what they may have missed. */
    xid: bigint('xid', { mode: 'bigint' }).notNull().default(sql`(pg_current_xact_id()::text)::bigint`),
    recordedAt: moment('recorded_at').notNull(),
    actorKind: words<ActorKind>('actor_kind').notNull(),
    actorId: uuid('actor_id'),
    verb: text('verb').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** The customer on whose timeline it belongs. */
    contactId: uuid('contact_id'),
    /** The engagement that it concerns: itself, or something under it. */
    engagementId: uuid('engagement_id'),
    before: jsonb('before'),
    after: jsonb('after'),
    reason: text('reason'),
    requestId: text('request_id').notNull(),
    /** Given by the sealing job: place in the chain, hash of the content, hash of the link. */
    seq: bigint('seq', { mode: 'number' }),
    contentHash: bytea('content_hash'),
    linkHash: bytea('link_hash'),
    /** When a person's erasure blanked before/after; the content hash stays, so that the chain still holds. */
    erasedAt: moment('erased_at'),
    /** When an admin had it redacted: blanked like an erased one, and left out of every reading besides. */
    redactedAt: moment('redacted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.xid, t.id] }),
    index('journal_entries_subject').on(t.tenantId, t.subjectId, t.recordedAt),
    index('journal_entries_contact')
      .on(t.tenantId, t.contactId, t.recordedAt)
      .where(sql`contact_id is not null`),
    index('journal_entries_engagement')
      .on(t.tenantId, t.engagementId, t.recordedAt)
      .where(sql`engagement_id is not null`),
    uniqueIndex('journal_entries_seq').on(t.tenantId, t.seq).where(sql`seq is not null`),
    oneOf('journal_entries_actor', t.actorKind, ACTOR_KINDS),
  ],
);

/** Head of each tenant's chain: what the next sealed entry links to. */
export const journalChains = pgTable(
  'journal_chains',
  {
    tenantId: tenantId().references(() => tenants.id),
    lastSeq: bigint('last_seq', { mode: 'number' }).notNull(),
    lastXid: bigint('last_xid', { mode: 'bigint' }).notNull(),
    lastId: text('last_id').notNull(),
    lastHash: bytea('last_hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId] })],
);
