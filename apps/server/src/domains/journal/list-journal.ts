import type { JournalEntryView } from '@officina/contracts/journal';
import { journalList } from '@officina/contracts/journal-inputs';
import type { Page } from '@officina/contracts/paging';
import { users } from '@officina/db/schema/identity';
import { journalEntries } from '@officina/db/schema/journal';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { isUuid } from '../../kernel/ids.ts';
import { decodeCursor, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';

const isTransactionId = (value: unknown): boolean => typeof value === 'string' && /^\d{1,18}$/.test(value);

const columns = {
  id: journalEntries.id,
  xid: sql<string>`${journalEntries.xid}::text`,
  verb: journalEntries.verb,
  actorKind: journalEntries.actorKind,
  actorId: journalEntries.actorId,
  actorName: users.name,
  subjectType: journalEntries.subjectType,
  subjectId: journalEntries.subjectId,
  before: journalEntries.before,
  after: journalEntries.after,
  reason: journalEntries.reason,
  requestId: journalEntries.requestId,
  recordedAt: journalEntries.recordedAt,
  seq: journalEntries.seq,
};

/** Who did what, in the order of the chain, the newest first. */
export const listJournal = read({
  name: 'journal.list',
  permission: 'journal.read',
  input: journalList,
  async run(ctx, { subject, actor, verb, limit, cursor }): Promise<Page<JournalEntryView>> {
    const after = decodeCursor(cursor, isTransactionId);
    const about = subject ? (isUuid(subject) ? journalEntries.subjectId : journalEntries.subjectType) : null;
    const rows = await ctx.db
      .select(columns)
      .from(journalEntries)
      .leftJoin(users, eq(users.id, journalEntries.actorId))
      .where(
        and(
          eq(journalEntries.tenantId, ctx.tenant.id),
          isNull(journalEntries.redactedAt),
          about ? eq(about, subject ?? '') : undefined,
          actor ? eq(journalEntries.actorId, actor) : undefined,
          verb ? eq(journalEntries.verb, verb) : undefined,
          after
            ? sql`(${journalEntries.xid}, ${journalEntries.id}) < (${after.value}::bigint, ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(journalEntries.xid), desc(journalEntries.id))
      .limit(limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => ({ value: row.xid, id: row.id }),
      ({ xid: _, actorKind, actorId, actorName, recordedAt, ...entry }) => ({
        ...entry,
        actor: { kind: actorKind, id: actorId, name: actorName ?? '' },
        recordedAt: recordedAt.toISOString(),
      }),
    );
  },
});
