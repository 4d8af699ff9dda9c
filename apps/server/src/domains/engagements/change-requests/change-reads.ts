import type { ChangeRequestItem } from '@officina/contracts/change-requests';
import { changeList, changePage } from '@officina/contracts/change-requests-inputs';
import type { Page } from '@officina/contracts/paging';
import type { ChangeStatus } from '@officina/contracts/portal';
import { byPortalId } from '@officina/contracts/portal-fields';
import type { Executor } from '@officina/db/client';
import { changeRequests } from '@officina/db/schema/engagement-work';
import { engagements } from '@officina/db/schema/engagements';
import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError, invalid } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { type Cursor, decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { orgOf } from '../org-scope.ts';
import { presentChangeItem } from './change-row.ts';

const assignees = alias(users, 'assignees');

interface Shape {
  own: boolean;
  one: boolean;
  status: boolean;
  engagement: boolean;
  after: boolean;
}

const named = (db: Executor, where: SQL | undefined) =>
  db
    .select({
      row: changeRequests,
      engagementTitle: engagements.title,
      author: { id: users.id, name: users.name, email: users.email },
      authorOrg: members.contactId,
      assignee: { id: assignees.id, name: assignees.name },
    })
    .from(changeRequests)
    .innerJoin(
      engagements,
      and(eq(engagements.tenantId, changeRequests.tenantId), eq(engagements.id, changeRequests.engagementId)),
    )
    .innerJoin(
      members,
      and(eq(members.tenantId, changeRequests.tenantId), eq(members.userId, changeRequests.createdBy)),
    )
    .innerJoin(users, eq(users.id, changeRequests.createdBy))
    .leftJoin(assignees, eq(assignees.id, changeRequests.assignedTo))
    .where(and(eq(changeRequests.tenantId, sql.placeholder('tenantId')), where))
    .orderBy(desc(changeRequests.createdAt), desc(changeRequests.id))
    .limit(sql.placeholder('limit'));

const statement = preparedByShape(JSON.stringify, (db, { own, one, status, engagement, after }: Shape) => {
  const cursor = sql`(${sql.placeholder('cursorAt')}::timestamptz, ${sql.placeholder('cursorId')}::uuid)`;
  return named(
    db,
    and(
      own ? eq(changeRequests.orgId, sql.placeholder('orgId')) : undefined,
      one ? eq(changeRequests.id, sql.placeholder('id')) : undefined,
      status ? eq(changeRequests.status, sql.placeholder('status')) : undefined,
      engagement ? eq(changeRequests.engagementId, sql.placeholder('engagementId')) : undefined,
      after ? sql`(${changeRequests.createdAt}, ${changeRequests.id}) < ${cursor}` : undefined,
    ),
  ).prepare('change_requests');
});

interface Question {
  id?: string;
  status?: ChangeStatus;
  engagementId?: string;
  after?: Cursor | null;
  limit: number;
}

/** Change requests that the caller sees, newest first. */
async function find(ctx: Ctx, { id, status, engagementId, after, limit }: Question) {
  if (engagementId && !isUuid(engagementId)) return [];
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

/** Change requests, newest first; clients see those of their organisation. */
export const listChangeRequests = read({
  name: 'changeRequests.list',
  permission: 'portal.changes.read',
  input: changeList,
  async run(ctx, { limit, cursor, ...filters }): Promise<Page<ChangeRequestItem>> {
    const after = decodeCursor(cursor, isMoment);
    const rows = await find(ctx, { ...filters, after, limit: limit + 1 });
    return pageOf(
      rows,
      limit,
      ({ row }) => ({ value: row.createdAt.toISOString(), id: row.id }),
      (row) => presentChangeItem(ctx, row),
    );
  },
});

/** As programs read them: the newest, or those older than the item `before`, which must be one of theirs. */
export const pageChangeRequests = read({
  name: 'changeRequests.page',
  permission: 'portal.changes.read',
  input: changePage,
  async run(ctx, { before, ...question }): Promise<ChangeRequestItem[]> {
    const [last] = before && isUuid(before) ? await find(ctx, { id: before, limit: 1 }) : [];
    if (before && !last) throw invalid({ field: 'before', message: 'Names no item' });
    const after = last && { value: last.row.createdAt.toISOString(), id: last.row.id };
    const rows = await find(ctx, { ...question, after });
    return rows.map((row) => presentChangeItem(ctx, row));
  },
});

/** One change request; another organisation's does not exist for a client. */
export const getChangeRequest = read({
  name: 'changeRequests.get',
  permission: 'portal.changes.read',
  input: byPortalId,
  async run(ctx, { id }): Promise<ChangeRequestItem> {
    const [found] = isUuid(id) ? await find(ctx, { id, limit: 1 }) : [];
    if (!found) throw new AppError('NOT_FOUND');
    return presentChangeItem(ctx, found);
  },
});

/** The change requests of an engagement that the caller sees, newest first. */
export async function changesOfEngagement(ctx: Ctx, engagementId: string): Promise<ChangeRequestItem[]> {
  const rows = await find(ctx, { engagementId, limit: 1000 });
  return rows.map((row) => presentChangeItem(ctx, row));
}
