import type { PortalAction } from '@officina/contracts/portal-dashboard';
import { type SQL, sql } from 'drizzle-orm';

const p = sql.placeholder;
const tenant = (table: string) => sql`${sql.raw(table)}.tenant_id = ${p('tenantId')}::uuid`;
const orgName = (table: string) => sql`(select display_name from contacts c where ${tenant('c')}
  and c.id = ${sql.raw(table)}.org_id)`;
const moment = (column: string) =>
  sql`to_char(${sql.raw(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const own = (table: string) => sql`${sql.raw(table)}.org_id = ${p('orgId')}::uuid`;

type Tasks = Partial<Record<PortalAction, SQL>>;

/** Rows of id, title, organization, since and engagementId. */
const CLIENT: Tasks = {
  scopes_to_decide: sql`select s.id, s.title, null as organization, ${moment('s.sent_at')} as since,
    s.engagement_id as "engagementId" from scope_proposals s
    where ${tenant('s')} and ${own('s')} and s.status = 'sent'`,
  deliverables_to_approve: sql`select d.id, d.title, null as organization, ${moment('d.updated_at')} as since,
    d.engagement_id as "engagementId" from deliverables d
    join engagements e on ${tenant('e')} and e.id = d.engagement_id
    where ${tenant('d')} and ${own('e')} and d.status = 'review'`,
  changes_to_answer: sql`select r.id, r.title, null as organization, ${moment('r.updated_at')} as since,
    r.engagement_id as "engagementId" from change_requests r
    where ${tenant('r')} and ${own('r')} and r.status = 'needs_info'`,
  inputs_to_give: sql`select e.id, e.title, null as organization, ${moment('e.created_at')} as since,
    e.id as "engagementId" from engagements e
    where ${tenant('e')} and ${own('e')} and e.stage <> 'closed' and not exists (
      select from engagement_documents i where ${tenant('i')} and i.engagement_id = e.id
        and i.category = 'client_input' and i.archived_at is null)`,
};

const STAFF: Tasks = {
  inquiries_to_triage: sql`select q.id, q.organization as title, q.service_slug as organization,
    ${moment('q.created_at')} as since, null as "engagementId" from inquiries q
    where ${tenant('q')} and q.kind = 'consulting' and q.status = 'new'`,
  edits_to_resolve: sql`select v.id, v.reason as title, ${orgName('v')} as organization,
    ${moment('v.created_at')} as since, v.engagement_id as "engagementId" from edit_events v
    where ${tenant('v')} and v.status = 'pending_approval'`,
  changes_to_decide: sql`select r.id, r.title, ${orgName('r')} as organization, ${moment('r.requested_at')} as since,
    r.engagement_id as "engagementId" from change_requests r
    where ${tenant('r')} and r.status in ('proposed', 'needs_info')`,
  invoices_overdue: sql`select n.id, coalesce(n.number, '–') as title, (select display_name from contacts c
      where ${tenant('c')} and c.id = n.contact_id) as organization,
    to_char(n.due_date, 'YYYY-MM-DD') as since, null as "engagementId" from invoices n
    where ${tenant('n')} and n.kind <> 'credit_note' and n.status = 'sent' and n.due_date < ${p('today')}::date`,
};

const SHOWN = 5;
const COUNTED = 1001;

/** What waits, as one JSON array in the order of the contract; an org's or all of the tenant's. */
export function tasksJson(client: boolean): SQL {
  const each = Object.entries(client ? CLIENT : STAFF).map(
    ([kind, rows]) => sql`json_build_object('kind', ${sql.raw(`'${kind}'`)}::text,
      'items', (select coalesce(json_agg(task), '[]') from (
        select * from (${rows}) waiting order by since, id limit ${sql.raw(String(SHOWN))}) task),
      'total', (select count(*)::int from (
        select from (${rows}) waiting limit ${sql.raw(String(COUNTED))}) counted))`,
  );
  return sql`json_build_array(${sql.join(each, sql`, `)})`;
}

/** How many rows there are, up to a bound. */
export const counted = (rows: SQL): SQL =>
  sql`(select count(*)::int from (${rows} limit ${sql.raw(String(COUNTED))}) bounded)`;
