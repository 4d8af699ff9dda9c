import type { EngagementEvent } from '@officina/contracts/engagements';
import { engagementHistory as input } from '@officina/contracts/engagements-inputs';
import type { Page } from '@officina/contracts/paging';
import { sql } from 'drizzle-orm';
import { AppError } from '../../kernel/errors.ts';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatementByShape } from '../../kernel/statement.ts';
import { CLIENT_VERBS, clientFields, editsToldToClients } from './client-safe.ts';
import { seesEngagement } from './load-engagement.ts';
import { isClient } from './org-scope.ts';

interface Row {
  id: string;
  /** ISO timestamp. */
  at: string;
  verb: string;
  user_id: string | null;
  user_name: string | null;
  subject_type: string;
  subject_id: string;
  title: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
}

const p = sql.placeholder;
const none = sql.raw('');
const own = sql`tenant_id = ${p('tenantId')}::uuid and engagement_id = ${p('id')}::uuid`;

/** What was deleted for good is staff's to know. */
const deleted = sql`union all select subject_id, after->>'title' from journal_entries
  where ${own} and verb = 'record.purged' and redacted_at is null`;

const statement = rawStatementByShape<{ client: boolean; after: boolean }, Row>(
  ({ client, after }) => sql`
  with subjects (id, title) as materialized (
    select id, title from engagements where tenant_id = ${p('tenantId')}::uuid and id = ${p('id')}::uuid
    union all select id, title from milestones where ${own}
    union all select id, title from deliverables where ${own}
    union all select id, title from scope_proposals where ${own} ${client ? sql`and status <> 'draft'` : none}
    union all select id, title from change_requests where ${own}
    union all select id, null from edit_events where ${own} ${client ? sql`and ${editsToldToClients}` : none}
    union all select e.document_id, coalesce(e.label, d.filename) from engagement_documents e
      join documents d on d.tenant_id = e.tenant_id and d.id = e.document_id
      where e.tenant_id = ${p('tenantId')}::uuid and e.engagement_id = ${p('id')}::uuid
    ${client ? none : deleted})
  select j.id, to_char(j.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, j.verb,
    j.actor_id as user_id, users.name as user_name, j.subject_type, j.subject_id, s.title, j.before, j.after, j.reason
  from subjects s
  join journal_entries j on j.tenant_id = ${p('tenantId')}::uuid and j.subject_id = s.id
  left join users on users.id = j.actor_id
  where j.redacted_at is null
    ${client ? sql`and j.verb = any(string_to_array(${p('verbs')}::text, ','))` : none}
    ${after ? sql`and (j.recorded_at, j.id) < (${p('cursorAt')}::timestamptz, ${p('cursorId')}::uuid)` : none}
  order by j.recorded_at desc, j.id desc limit ${p('limit')}::int`,
);

/** What happened to an engagement and all that belongs to it. Clients are told what they may know. */
export const engagementHistory = read({
  name: 'engagements.history',
  permission: 'portal.engagements.read',
  input,
  async run(ctx, { id, limit, cursor }): Promise<Page<EngagementEvent>> {
    if (!(await seesEngagement(ctx, id))) throw new AppError('NOT_FOUND');
    const after = decodeCursor(cursor, isMoment);
    const client = isClient(ctx);
    const rows = await statement({ client, after: after !== null })(ctx.db, {
      tenantId: ctx.tenant.id,
      id,
      limit: limit + 1,
      ...(client && { verbs: CLIENT_VERBS.join(',') }),
      ...(after && { cursorAt: after.value, cursorId: after.id }),
    });
    const fields = client ? clientFields : (values: Row['before']) => values;
    return pageOf(
      rows,
      limit,
      (row) => ({ value: row.at, id: row.id }),
      (row): EngagementEvent => ({
        kind: 'change',
        id: row.id,
        at: row.at,
        user: row.user_id === null ? null : { id: row.user_id, name: row.user_name ?? '' },
        verb: row.verb,
        subject: { type: row.subject_type, id: row.subject_id },
        title: row.title,
        before: fields(row.before),
        after: fields(row.after),
        reason: row.reason,
      }),
    );
  },
});
