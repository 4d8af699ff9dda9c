import { type SQL, sql } from 'drizzle-orm';
import { userIdOf } from './actor.ts';
import type { Ctx } from './context.ts';
import { newId, type TenantId } from './ids.ts';

/** What an operation says of its change; actor, moment, request and tenant come from the context. */
export interface JournalEntry {
  /** `<subject>.<past tense>`, e.g. `contact.updated`. */
  verb: string;
  subject: { type: string; id: string };
  /** The customer on whose timeline the entry belongs. */
  contactId?: string | null;
  before?: unknown;
  after?: unknown;
  reason?: string | null;
  /** Where the context cannot know yet: whose journal, and who, e.g. while signing in. */
  as?: ActsAs;
}

/** The tenant that a public request turned out to concern, and the person behind it once they are known. */
export interface ActsAs {
  tenantId: TenantId;
  userId?: string;
}

/** Entries as the JSON array that `JOURNAL_INSERT` unfolds. */
export function journalRows(ctx: Ctx, entries: readonly JournalEntry[]): string {
  return JSON.stringify(
    entries.map((entry) => ({
      tenant_id: entry.as?.tenantId ?? ctx.tenant.id,
      id: newId(),
      recorded_at: ctx.now.toString(),
      actor_kind: entry.as?.userId ? 'user' : ctx.actor.kind,
      actor_id: entry.as?.userId ?? userIdOf(ctx.actor),
      verb: entry.verb,
      subject_type: entry.subject.type,
      subject_id: entry.subject.id,
      contact_id: entry.contactId ?? null,
      before: entry.before ?? null,
      after: entry.after ?? null,
      reason: entry.reason ?? null,
      request_id: ctx.requestId,
    })),
  );
}

const COLUMNS = sql.raw(
  'tenant_id, id, recorded_at, actor_kind, actor_id, verb, subject_type, subject_id, contact_id, before, after, reason, request_id',
);

/**
 * `INSERT INTO journal_entries …` over one JSON parameter, for any number of entries in one statement.
 * `source` may restrict it to entries whose change happened, when it stands beside that change in one WITH.
 */
export function journalInsert(rows: SQL | unknown, onlyIf: SQL = sql.raw('')): SQL {
  return sql`insert into journal_entries (${COLUMNS})
    select ${COLUMNS} from jsonb_to_recordset(${rows}::text::jsonb) as e(
      tenant_id uuid, id uuid, recorded_at timestamptz, actor_kind text, actor_id uuid, verb text, subject_type text,
      subject_id uuid, contact_id uuid, before jsonb, after jsonb, reason text, request_id text)
    ${onlyIf}`;
}
