import { type SQL, sql } from 'drizzle-orm';
import { userIdOf } from './actor.ts';
import { isoOf } from './clock.ts';
import type { Ctx } from './context.ts';
import { newId, type TenantId } from './ids.ts';

/** What an operation says of its change; actor, moment, request and tenant come from the context. */
export interface JournalEntry {
  /** `<subject>.<past tense>`, e.g. `contact.updated`. */
  verb: string;
  subject: { type: string; id: string };
  /** The customer on whose timeline the entry belongs. */
  contactId?: string | null;
  /** The engagement that it concerns: itself, or something under it. */
  engagementId?: string | null;
  before?: unknown;
  after?: unknown;
  reason?: string | null;
  /** Where the context cannot know yet: whose journal, and who, e.g. while signing in. */
  as?: ActsAs;
}

/**
 * The tenant that a public request turned out to concern, and the person behind it once they are known. Without one
 * it is a visitor there, whatever tenant the request is signed in to.
 */
export interface ActsAs {
  tenantId: TenantId;
  userId?: string;
}

function actorOf({ actor }: Ctx, as: ActsAs | undefined) {
  if (as?.userId) return { actor_kind: 'user', actor_id: as.userId };
  const elsewhere = as && (actor.kind === 'user' || actor.kind === 'apiKey');
  if (elsewhere) return { actor_kind: 'visitor', actor_id: null };
  return { actor_kind: actor.kind, actor_id: userIdOf(actor) };
}

/** An entry as the columns that are written, under their own names. */
function columnsOf(ctx: Ctx, entry: JournalEntry) {
  return {
    tenant_id: entry.as?.tenantId ?? ctx.tenant.id,
    id: newId(),
    recorded_at: isoOf(ctx.now),
    ...actorOf(ctx, entry.as),
    verb: entry.verb,
    subject_type: entry.subject.type,
    subject_id: entry.subject.id,
    contact_id: entry.contactId ?? null,
    engagement_id: entry.engagementId ?? null,
    before: entry.before ?? null,
    after: entry.after ?? null,
    reason: entry.reason ?? null,
    request_id: ctx.requestId,
  };
}

const TYPES: Record<keyof ReturnType<typeof columnsOf>, string> = {
  tenant_id: 'uuid',
  id: 'uuid',
  recorded_at: 'timestamptz',
  actor_kind: 'text',
  actor_id: 'uuid',
  verb: 'text',
  subject_type: 'text',
  subject_id: 'uuid',
  contact_id: 'uuid',
  engagement_id: 'uuid',
  before: 'jsonb',
  after: 'jsonb',
  reason: 'text',
  request_id: 'text',
};
const COLUMNS = sql.raw(Object.keys(TYPES).join(', '));

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

const placeholderOf = <C extends string>(column: C) => `journal_${column}` as const;
type Placeholders = Record<ReturnType<typeof placeholderOf<keyof typeof TYPES>>, unknown>;

/** Values of `journalInsert`'s placeholders for one entry. Written out, because every write of the product makes one. */
export function journalValues(ctx: Ctx, entry: JournalEntry): Record<string, unknown> {
  const columns = columnsOf(ctx, entry);
  return {
    journal_tenant_id: columns.tenant_id,
    journal_id: columns.id,
    journal_recorded_at: columns.recorded_at,
    journal_actor_kind: columns.actor_kind,
    journal_actor_id: columns.actor_id,
    journal_verb: columns.verb,
    journal_subject_type: columns.subject_type,
    journal_subject_id: columns.subject_id,
    journal_contact_id: columns.contact_id,
    journal_engagement_id: columns.engagement_id,
    journal_before: json(columns.before),
    journal_after: json(columns.after),
    journal_reason: columns.reason,
    journal_request_id: columns.request_id,
  } satisfies Placeholders;
}

/** The part of an entry that a statement itself knows: SQL instead of values. */
type Known = Partial<Record<keyof typeof TYPES, SQL>>;

/**
 * `INSERT INTO journal_entries …` of one entry, to stand in the same WITH as the change that it tells of; its values
 * come from `journalValues`, save those that are `known`. `from` names the query of the change that `known` reads.
 */
export function journalInsert(known: Known = {}, from?: string): SQL {
  const values = Object.entries(TYPES).map(([name, type]) => {
    const cast = sql.raw(type === 'jsonb' ? '::text::jsonb' : `::${type}`);
    return known[name as keyof Known] ?? sql`${sql.placeholder(placeholderOf(name))}${cast}`;
  });
  const source = sql.raw(from ? ` from ${from}` : '');
  return sql`insert into journal_entries (${COLUMNS}) select ${sql.join(values, sql.raw(', '))}${source}`;
}

/** What a WITH query that inserts the subject of `journalOfNew` returns. */
export const NEW_ROW = sql.raw('tenant_id, id, created_by, created_at');

/**
 * `journalInsert` of a row's creation by the WITH query `row`, which returns `NEW_ROW`: what the entry has in common with
 * that row is not sent twice, and what no creation has is not sent at all. Each value costs both ends about 1 µs.
 */
export function journalOfNew(row: string, known: Known = {}): SQL {
  const of = (column: string) => sql.raw(`${row}.${column}`);
  const nothing = sql.raw('null');
  const shared = {
    tenant_id: of('tenant_id'),
    recorded_at: of('created_at'),
    actor_id: of('created_by'),
    subject_id: of('id'),
    engagement_id: nothing,
    before: nothing,
    reason: nothing,
  };
  return journalInsert({ ...shared, ...known }, row);
}

const RECORD = sql.raw(
  Object.entries(TYPES)
    .map(([name, type]) => `${name} ${type}`)
    .join(', '),
);

/** Any number of entries over one JSON parameter named `entries`: see `journalList`. */
export const journalInsertMany = sql`insert into journal_entries (${COLUMNS})
  select ${COLUMNS} from jsonb_to_recordset(${sql.placeholder('entries')}::text::jsonb) as e(${RECORD})`;

export const journalList = (ctx: Ctx, entries: readonly JournalEntry[]): string =>
  JSON.stringify(entries.map((entry) => columnsOf(ctx, entry)));
