import type { Edit } from '@officina/contracts/edits';
import { editList } from '@officina/contracts/edits-inputs';
import type { Page } from '@officina/contracts/paging';
import type { EditStatus } from '@officina/contracts/portal';
import { byPortalId } from '@officina/contracts/portal-fields';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { changeRequests, editEvents } from '@officina/db/schema/engagement-work';
import { engagements } from '@officina/db/schema/engagements';
import { users } from '@officina/db/schema/identity';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { type Cursor, decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { orgOf } from '../org-scope.ts';
import { presentNamedEdit } from './present-edit.ts';

const resolvers = alias(users, 'resolvers');

/** What the edited record is called now, whatever it is. */
const entityTitle = sql<string | null>`case edit_events.entity_type
  when 'engagement' then (select e.title from engagements e
    where e.tenant_id = edit_events.tenant_id and e.id = edit_events.entity_id)
  when 'scope' then (select s.title from scope_proposals s
    where s.tenant_id = edit_events.tenant_id and s.id = edit_events.entity_id)
  when 'change_request' then (select r.title from change_requests r
    where r.tenant_id = edit_events.tenant_id and r.id = edit_events.entity_id)
  when 'deliverable' then (select d.title from deliverables d
    where d.tenant_id = edit_events.tenant_id and d.id = edit_events.entity_id)
  when 'milestone' then (select m.title from milestones m
    where m.tenant_id = edit_events.tenant_id and m.id = edit_events.entity_id)
  when 'invoice' then (select i.number from invoices i
    where i.tenant_id = edit_events.tenant_id and i.id = edit_events.entity_id)
  else (select f.filename from documents f
    where f.tenant_id = edit_events.tenant_id and f.id = edit_events.entity_id) end`;

/** Clients hear nothing of drafts, nor of what is the staff's alone. */
const shownToClients = sql`not (edit_events.entity_type = 'scope' and exists (select from scope_proposals s
    where s.tenant_id = edit_events.tenant_id and s.id = edit_events.entity_id and s.status = 'draft'))
  and not (edit_events.entity_type = 'invoice'
    and not jsonb_path_exists(edit_events.diff, '$[*] ? (@.field != "internalNote")'))`;

const named = (db: Executor, where: SQL | undefined) =>
  db
    .select({
      row: editEvents,
      entityTitle,
      engagementTitle: engagements.title,
      organization: { id: contacts.id, name: contacts.displayName },
      author: users.name,
      resolver: resolvers.name,
      change: { title: changeRequests.title, status: changeRequests.status },
    })
    .from(editEvents)
    .innerJoin(contacts, and(eq(contacts.tenantId, editEvents.tenantId), eq(contacts.id, editEvents.orgId)))
    .innerJoin(users, eq(users.id, editEvents.createdBy))
    .leftJoin(resolvers, eq(resolvers.id, editEvents.resolvedBy))
    .leftJoin(
      engagements,
      and(eq(engagements.tenantId, editEvents.tenantId), eq(engagements.id, editEvents.engagementId)),
    )
    .leftJoin(
      changeRequests,
      and(
        eq(changeRequests.tenantId, editEvents.tenantId),
        eq(changeRequests.id, editEvents.linkedChangeRequestId),
      ),
    )
    .where(and(eq(editEvents.tenantId, sql.placeholder('tenantId')), where))
    .orderBy(desc(editEvents.createdAt), desc(editEvents.id))
    .limit(sql.placeholder('limit'));

interface Shape {
  own: boolean;
  one: boolean;
  status: boolean;
  engagement: boolean;
  after: boolean;
}

const statement = preparedByShape(JSON.stringify, (db, shape: Shape) => {
  const cursor = sql`(${sql.placeholder('cursorAt')}::timestamptz, ${sql.placeholder('cursorId')}::uuid)`;
  return named(
    db,
    and(
      shape.own ? and(eq(editEvents.orgId, sql.placeholder('orgId')), shownToClients) : undefined,
      shape.one ? eq(editEvents.id, sql.placeholder('id')) : undefined,
      shape.status ? eq(editEvents.status, sql.placeholder('status')) : undefined,
      shape.engagement ? eq(editEvents.engagementId, sql.placeholder('engagementId')) : undefined,
      shape.after ? sql`(${editEvents.createdAt}, ${editEvents.id}) < ${cursor}` : undefined,
    ),
  ).prepare('edits');
});

interface Question {
  id?: string;
  status?: EditStatus;
  engagementId?: string;
  after?: Cursor | null;
  limit: number;
}

/** Edits that the caller sees, newest first. */
async function find(ctx: Ctx, { id, status, engagementId, after, limit }: Question) {
  if ([id, engagementId].some((each) => each !== undefined && !isUuid(each))) return [];
  const orgId = orgOf(ctx.actor);
  const shape = {
    own: orgId !== null,
    one: id !== undefined,
    status: status !== undefined,
    engagement: engagementId !== undefined,
    after: Boolean(after),
  };
  return statement(ctx.db, shape).execute({
    tenantId: ctx.tenant.id,
    limit,
    orgId,
    id,
    status,
    engagementId,
    ...(after && { cursorAt: after.value, cursorId: after.id }),
  });
}

/** Edits, newest first; clients see those of their organisation. */
export const listEdits = read({
  name: 'edits.list',
  permission: 'portal.edits.submit',
  input: editList,
  async run(ctx, { limit, cursor, ...filters }): Promise<Page<Edit>> {
    const rows = await find(ctx, { ...filters, after: decodeCursor(cursor, isMoment), limit: limit + 1 });
    return pageOf(
      rows,
      limit,
      ({ row }) => ({ value: row.createdAt.toISOString(), id: row.id }),
      (row) => presentNamedEdit(ctx, row),
    );
  },
});

/** One edit; another organisation's does not exist for a client. */
export const getEdit = read({
  name: 'edits.get',
  permission: 'portal.edits.submit',
  input: byPortalId,
  async run(ctx, { id }): Promise<Edit> {
    const [found] = await find(ctx, { id, limit: 1 });
    if (!found) throw new AppError('NOT_FOUND');
    return presentNamedEdit(ctx, found);
  },
});

/** The edits of an engagement and of everything under it, newest first. */
export const editsOfEngagement = async (ctx: Ctx, engagementId: string): Promise<Edit[]> =>
  (await find(ctx, { engagementId, limit: 1000 })).map((row) => presentNamedEdit(ctx, row));
