import { type SQL, sql } from 'drizzle-orm';
import { editsToldToClients } from '../client-safe.ts';

const p = sql.placeholder;
const VERBS = sql`string_to_array(${p('verbs')}::text, ',')`;
const LATEST = 10;
/** Staff hear of everything; in a busy firm the newest entries are looked through no further than this. */
const LOOKED_THROUGH = 400;

const titleIn = (table: string, type: string) =>
  sql`when ${sql.raw(`'${type}'`)} then (select t.title from ${sql.raw(table)} t
    where t.tenant_id = ${p('tenantId')}::uuid and t.id = j.subject_id)`;

/** Of what is gone, what the entry itself says, or the one that tells of its deletion. */
const TITLE = sql`coalesce(case j.subject_type
  ${titleIn('engagements', 'engagement')} ${titleIn('milestones', 'milestone')}
  ${titleIn('deliverables', 'deliverable')} ${titleIn('scope_proposals', 'scope')}
  ${titleIn('change_requests', 'change_request')}
  when 'invoice' then (select i.number from invoices i
    where i.tenant_id = ${p('tenantId')}::uuid and i.id = j.subject_id)
  when 'inquiry' then (select q.organization from inquiries q
    where q.tenant_id = ${p('tenantId')}::uuid and q.id = j.subject_id)
  when 'document' then (select d.filename from documents d
    where d.tenant_id = ${p('tenantId')}::uuid and d.id = j.subject_id) end,
  j.after->>'title', (select g.after->>'title' from journal_entries g
    where g.tenant_id = ${p('tenantId')}::uuid and g.subject_id = j.subject_id and g.verb = 'record.purged' limit 1))`;

/** Other parts of the back office have documents, invoices and inquiries of their own. */
const ofPortal = sql`(split_part(verb, '.', 1) not in ('document', 'invoice') or engagement_id is not null)
  and not (verb = 'inquiry.created' and after->>'kind' = 'training')`;

/**
 * A client's newest are those of their organisation and of the verbs that they may know. Of scopes and edits, which may
 * be the staff's alone, only of those that are there to be judged.
 */
const ofClient = sql`select * from journal_entries e
  where e.tenant_id = ${p('tenantId')}::uuid and e.contact_id = ${p('orgId')}::uuid and e.redacted_at is null
    and e.verb = any(${VERBS})
    and (e.subject_type <> 'scope' or exists (select from scope_proposals s
      where s.tenant_id = e.tenant_id and s.id = e.subject_id and s.status <> 'draft'))
    and (e.subject_type <> 'edit_event' or exists (select from edit_events
      where edit_events.tenant_id = e.tenant_id and edit_events.id = e.subject_id and ${editsToldToClients}))
  order by e.recorded_at desc, e.id desc limit ${sql.raw(String(LATEST))}`;

const ofStaff = sql`select * from (select * from journal_entries e
    where e.tenant_id = ${p('tenantId')}::uuid order by e.xid desc, e.id desc limit ${sql.raw(String(LOOKED_THROUGH))}) tail
  where redacted_at is null and verb = any(${VERBS}) and ${ofPortal}
  order by recorded_at desc, id desc limit ${sql.raw(String(LATEST))}`;

/** The newest of what happened, as a JSON array. */
export const activityJson = (client: boolean): SQL => sql`(
  select coalesce(json_agg(json_build_object('id', j.id,
    'at', to_char(j.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'verb', j.verb,
    'user', case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end,
    'subject', json_build_object('type', j.subject_type, 'id', j.subject_id), 'title', ${TITLE},
    'organization', ${
      client
        ? sql`null`
        : sql`(select c.display_name from contacts c
      where c.tenant_id = ${p('tenantId')}::uuid and c.id = j.contact_id)`
    }) order by j.recorded_at desc, j.id desc), '[]')
  from (${client ? ofClient : ofStaff}) j left join users u on u.id = j.actor_id)`;
