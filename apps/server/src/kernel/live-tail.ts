import type { Db } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import type { TenantId } from './ids.ts';
import { rawStatement } from './statement.ts';

/** An entry of the journal without what it says. */
export interface TailEntry {
  verb: string;
  subjectType: string;
  subjectId: string;
  contactId: string | null;
  engagementId: string | null;
  actorId: string | null;
  requestId: string;
}

/** Entries that were committed meanwhile, and the snapshot up to which they reach: the next reading goes on there. */
export interface Tail {
  cursor: string;
  entries: TailEntry[];
}

/** More than this is not told one by one. */
export const MOST_ENTRIES = 200;

const p = sql.placeholder;
const ENTRY = sql.raw(`json_build_object('verb', verb, 'subjectType', subject_type, 'subjectId', subject_id,
    'contactId', contact_id, 'engagementId', engagement_id, 'actorId', actor_id, 'requestId', request_id)`);

// A snapshot says exactly which transactions it could see, so nothing is lost between two readings, in whatever order
// the writers commit. Entries below the known xmin were all visible to it: only the tail of the index is looked at.
const since = rawStatement<Tail>(sql`
  select pg_current_snapshot()::text as cursor, coalesce((
    select json_agg(entry) from (
      select ${ENTRY} as entry
      from journal_entries, (select ${p('known')}::pg_snapshot as known) before
      where tenant_id = ${p('tenantId')} and xid >= (pg_snapshot_xmin(before.known)::text)::bigint
        and not pg_visible_in_snapshot((xid::text)::xid8, before.known)
      order by xid, id limit ${sql.raw(String(MOST_ENTRIES + 1))}) tail), '[]') as entries`);

const recent = rawStatement<Tail>(sql`
  select pg_current_snapshot()::text as cursor, coalesce((
    select json_agg(entry) from (
      select ${ENTRY} as entry, recorded_at from journal_entries
      where tenant_id = ${p('tenantId')} and redacted_at is null order by xid desc, id desc
      limit ${sql.raw(String(MOST_ENTRIES + 1))}) tail
    where recorded_at >= ${p('from')}::timestamptz), '[]') as entries`);

const current = rawStatement<{ cursor: string }>(sql`select pg_current_snapshot()::text as cursor`);
const known = rawStatement<{ known: boolean }>(sql`
  select pg_input_is_valid(${p('cursor')}, 'pg_snapshot') as known`);
const past = rawStatement<{ past: boolean }>(sql`
  select pg_snapshot_xmax(${p('cursor')}::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) as past`);

const only = <Row>(rows: Row[]): Row => {
  const [row] = rows;
  if (!row) throw new Error('the journal gave no snapshot');
  return row;
};

/** Where the journals of all tenants end now. */
export async function readCursor(db: Db): Promise<string> {
  return only(await current(db, {})).cursor;
}

/** What was committed after `cursor`, which an earlier reading gave. */
export async function readTail(db: Db, tenantId: TenantId, cursor: string): Promise<Tail> {
  return only(await since(db, { tenantId, known: cursor }));
}

/** What was recorded from a moment on, as far as `MOST_ENTRIES` reaches. */
export async function readRecent(db: Db, tenantId: TenantId, from: Temporal.Instant): Promise<Tail> {
  return only(await recent(db, { tenantId, from: from.toString() }));
}

/** Whether a caller's cursor is a snapshot that this database server may have given. */
export async function isCursor(db: Db, cursor: string): Promise<boolean> {
  if (!only(await known(db, { cursor })).known) return false;
  return only(await past(db, { cursor })).past;
}
