import type { TimelineChange } from '@officina/contracts/activities';
import { recordHistory } from '@officina/contracts/activities-inputs';
import type { Page } from '@officina/contracts/paging';
import { sql } from 'drizzle-orm';
import { isUuid } from '../../kernel/ids.ts';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { readableSubjects, STUDIO_SUBJECTS, SUBJECTS } from './contact-timeline.ts';

const TOLD = { ...SUBJECTS, ...STUDIO_SUBJECTS, payment: 'payments.read' } as const;

interface Row {
  id: string;
  /** ISO timestamp. */
  at: string;
  verb: string;
  user_id: string | null;
  user_name: string | null;
  subject_type: string;
  subject_id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
}

const place = sql.placeholder;

function historyStatement(after: boolean) {
  const beyond = after
    ? sql`and (j.recorded_at, j.id) < (${place('cursorAt')}::timestamptz, ${place('cursorId')}::uuid)`
    : sql.raw('');
  return rawStatement<Row>(sql`
    select j.id, to_char(j.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, j.verb,
      j.actor_id as user_id, users.name as user_name, j.subject_type, j.subject_id, j.before, j.after, j.reason
    from journal_entries j
    left join users on users.id = j.actor_id
    where j.tenant_id = ${place('tenantId')}::uuid and j.subject_id = ${place('recordId')}::uuid ${beyond}
      and j.redacted_at is null and j.subject_type = any(string_to_array(${place('subjects')}::text, ','))
    order by j.recorded_at desc, j.id desc limit ${place('limit')}::int`);
}

const firstPage = historyStatement(false);
const nextPage = historyStatement(true);

/** Who changed one record when, newest first. A record that the caller may not read, or that is none, has no history. */
export const readHistory = read({
  name: 'activities.history',
  permission: 'activities.read',
  input: recordHistory,
  async run(ctx, { recordId, limit, cursor }): Promise<Page<TimelineChange>> {
    if (!isUuid(recordId)) return { items: [], nextCursor: null };
    const after = decodeCursor(cursor, isMoment);
    const rows = await (after ? nextPage : firstPage)(ctx.db, {
      tenantId: ctx.tenant.id,
      recordId,
      subjects: readableSubjects(ctx, TOLD),
      limit: limit + 1,
      ...(after && { cursorAt: after.value, cursorId: after.id }),
    });
    return pageOf(
      rows,
      limit,
      (row) => ({ value: row.at, id: row.id }),
      ({ id, at, verb, before, after: now, reason, ...row }) => ({
        kind: 'change',
        id,
        at,
        user: row.user_id === null ? null : { id: row.user_id, name: row.user_name ?? '' },
        verb,
        subject: { type: row.subject_type, id: row.subject_id },
        before,
        after: now,
        reason,
      }),
    );
  },
});
