import type { PortalDashboard } from '@officina/contracts/portal-dashboard';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { userIdOf } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/clock.ts';
import { read } from '../../../kernel/operation.ts';
import { rawStatementByShape } from '../../../kernel/statement.ts';
import { CLIENT_VERBS, STAFF_VERBS } from '../client-safe.ts';
import { orgOf } from '../org-scope.ts';
import { activityJson } from './portal-activity.ts';
import { counted, tasksJson } from './portal-tasks.ts';

const p = sql.placeholder;

/** The whole page in one statement; `client` confines every part of it to one organisation. */
const statement = rawStatementByShape<{ client: boolean }, PortalDashboard>(({ client }) => {
  const own = client ? sql`and org_id = ${p('orgId')}::uuid` : sql.raw('');
  const ofContact = client ? sql`and contact_id = ${p('orgId')}::uuid` : sql.raw('');
  const tenant = sql`tenant_id = ${p('tenantId')}::uuid`;
  return sql`select
    ${
      client
        ? sql`exists (select from members where ${tenant} and user_id = ${p('userId')}::uuid
      and onboarded_at is not null)`
        : sql`true`
    } as onboarded,
    json_build_object(
      'engagements', ${counted(sql`select from engagements where ${tenant} ${own} and stage <> 'closed'`)},
      'changeRequests', ${counted(sql`select from change_requests where ${tenant} ${own}
        and status in ('proposed', 'needs_info')`)},
      'scopes', ${counted(sql`select from scope_proposals where ${tenant} ${own} and status = 'sent'`)},
      'documents', ${counted(sql`select from engagement_documents where ${tenant} ${own} and archived_at is null`)},
      'invoices', ${counted(sql`select from invoices where ${tenant} ${ofContact} and kind <> 'credit_note'
        and status = 'sent'`)}) as counters,
    ${tasksJson(client)} as tasks,
    (select coalesce(json_agg(newest), '[]') from (
      select e.document_id as id, coalesce(e.label, d.filename) as name, e.category,
        e.engagement_id as "engagementId",
        to_char(e.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"
      from engagement_documents e
      join documents d on d.tenant_id = e.tenant_id and d.id = e.document_id
      where e.tenant_id = ${p('tenantId')}::uuid
        ${client ? sql`and e.org_id = ${p('orgId')}::uuid` : sql.raw('')} and e.archived_at is null
      order by e.created_at desc, e.document_id desc limit 5) newest) as documents,
    ${activityJson(client)} as activity`;
});

/** The portal's start page: what there is, what waits for the caller, what was new. */
export const readPortalDashboard = read({
  name: 'dashboard.get',
  permission: 'portal.engagements.read',
  input: z.object({}),
  async run(ctx): Promise<PortalDashboard> {
    const orgId = orgOf(ctx.actor);
    const client = orgId !== null;
    const [row] = await statement({ client })(ctx.db, {
      tenantId: ctx.tenant.id,
      ...(client
        ? {
            orgId,
            userId: userIdOf(ctx.actor),
            verbs: CLIENT_VERBS.filter((verb) => verb !== 'edit.applied').join(','),
          }
        : { today: dayOf(ctx.now, ctx.tenant.timeZone), verbs: STAFF_VERBS.join(',') }),
    });
    if (!row) throw new Error('a select without from gives one row');
    return row;
  },
});
