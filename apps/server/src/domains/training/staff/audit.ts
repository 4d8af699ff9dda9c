import type { Page } from '@officina/contracts/paging';
import type { AuditEntry, AuditItem } from '@officina/contracts/training-staff';
import { auditList } from '@officina/contracts/training-staff-inputs';
import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { rawStatement, rawStatementByShape } from '../../../kernel/statement.ts';
import { usualZone } from '../shops/shop-zone.ts';

const place = sql.placeholder;
const tenant = sql`${place('tenantId')}::uuid`;

/** The subjects whose entries make up the academy's record. */
const SUBJECTS = sql.raw(
  [
    'enrollment',
    'enrollment_document',
    'enrollment_override',
    'enrollment_case',
    'progress_entry',
    'training_alert',
    'apprentice',
    'application',
    'shop',
    'partner',
    'site',
    'user',
    'payment',
    'order',
  ]
    .map((word) => `'${word}'`)
    .join(', '),
);

const moment = sql.raw(`to_char(j.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const columns = sql`j.id, ${moment} as at, j.verb as event, j.before->>'enrollment_state' as "fromState",
  j.after->>'enrollment_state' as "toState", j.after->>'action' as action, j.after->>'code' as code,
  coalesce(u.name, j.actor_kind) as actor, j.reason`;

const ofLearner = rawStatement<AuditEntry>(sql`select ${columns}
  from journal_entries j left join users u on u.id = j.actor_id
  where j.tenant_id = ${tenant} and j.redacted_at is null and j.subject_type in (${SUBJECTS})
    and (j.subject_id = ${place('enrollmentId')}::uuid or j.contact_id = ${place('contactId')}::uuid)
  order by j.recorded_at desc, j.id desc limit 200`);

/** What happened to one learner, the newest first. */
export const auditOf = (ctx: Ctx, enrollmentId: string, contactId: string | null): Promise<AuditEntry[]> =>
  ofLearner(ctx.db, { tenantId: ctx.tenant.id, enrollmentId, contactId });

interface Shape {
  event: boolean;
  code: boolean;
  action: boolean;
  after: boolean;
}

const list = rawStatementByShape<Shape, AuditItem>(({ event, code, action, after }) => {
  const filters: SQL[] = [];
  if (event) filters.push(sql`and j.verb = ${place('event')}`);
  if (code) filters.push(sql`and j.after->>'code' = ${place('code')}`);
  if (action) filters.push(sql`and j.after->>'action' = ${place('action')}`);
  if (after)
    filters.push(
      sql`and (j.recorded_at, j.id) < (${place('cursorAt')}::timestamptz, ${place('cursorId')}::uuid)`,
    );
  return sql`select ${columns}, e.id as "enrollmentId", p.name as learner,
      coalesce(g.time_zone, ${place('timeZone')}::text) as "timeZone"
    from journal_entries j left join users u on u.id = j.actor_id
      left join learners l on l.tenant_id = ${tenant} and l.contact_id = j.contact_id
      left join lateral (select n.id, n.user_id, n.program_id from enrollments n where n.tenant_id = ${tenant}
        and (n.id = j.subject_id or n.user_id = l.user_id) order by n.id = j.subject_id desc limit 1) e on true
      left join programs g on g.tenant_id = ${tenant} and g.id = e.program_id
      left join users p on p.id = coalesce(e.user_id, l.user_id)
    where j.tenant_id = ${tenant} and j.redacted_at is null and j.subject_type in (${SUBJECTS})
      and (e.id is not null or j.subject_type in ('shop', 'partner', 'site', 'application', 'user'))
      and j.verb ~ '^(enrollment|shift|override|document|case|shop|partner|site|apprentice|application|alert|payment)[.]'
      ${sql.join(filters, sql.raw(' '))}
    order by j.recorded_at desc, j.id desc limit ${place('limit')}::int`;
});

/** The academy's record across learners: changes, refusals and who caused them. */
export const listAudit = read({
  name: 'training.audit',
  permission: 'training.read',
  input: auditList,
  async run(ctx, { event, code, action, limit, cursor }): Promise<Page<AuditItem>> {
    const after = decodeCursor(cursor, isMoment);
    const shape = { event: !!event, code: !!code, action: !!action, after: after !== null };
    const rows = await list(shape)(ctx.db, {
      tenantId: ctx.tenant.id,
      timeZone: await usualZone(ctx),
      limit: limit + 1,
      ...(event && { event }),
      ...(code && { code }),
      ...(action && { action }),
      ...(after && { cursorAt: after.value, cursorId: after.id }),
    });
    return pageOf(
      rows,
      limit,
      (row) => ({ value: row.at, id: row.id }),
      (row) => row,
    );
  },
});
