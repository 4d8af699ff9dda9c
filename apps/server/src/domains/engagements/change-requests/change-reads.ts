import { changeList, changePage } from '@officina/contracts/change-requests-inputs';
import { byPortalId } from '@officina/contracts/portal-fields';
import type { Executor } from '@officina/db/client';
import { changeRequests } from '@officina/db/schema/engagement-work';
import { engagements } from '@officina/db/schema/engagements';
import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { read } from '../../../kernel/operation.ts';
import { newestFirst } from '../newest-first.ts';
import { presentChangeItem } from './change-row.ts';

const assignees = alias(users, 'assignees');
const seats = alias(members, 'seats');

const named = (db: Executor, where: SQL | undefined) =>
  db
    .select({
      row: changeRequests,
      engagementTitle: engagements.title,
      author: { id: users.id, name: users.name, email: users.email },
      authorOrg: members.contactId,
      assignee: {
        id: assignees.id,
        name: assignees.name,
        gone: sql<boolean>`${seats.userId} is null or ${seats.removedAt} is not null`,
      },
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
    .leftJoin(
      seats,
      and(eq(seats.tenantId, changeRequests.tenantId), eq(seats.userId, changeRequests.assignedTo)),
    )
    .where(and(eq(changeRequests.tenantId, sql.placeholder('tenantId')), where))
    .orderBy(desc(changeRequests.createdAt), desc(changeRequests.id))
    .limit(sql.placeholder('limit'));

export const changeRecords = newestFirst({
  name: 'change_requests',
  select: named,
  createdAt: changeRequests.createdAt,
  id: changeRequests.id,
  own: eq(changeRequests.orgId, sql.placeholder('orgId')),
  filters: { status: changeRequests.status, engagementId: changeRequests.engagementId },
  placeOf: ({ row }) => row,
  present: presentChangeItem,
});

/** Change requests, newest first; clients see those of their organisation. */
export const listChangeRequests = read({
  name: 'changeRequests.list',
  permission: 'portal.changes.read',
  input: changeList,
  run: changeRecords.page,
});

/** The same as programs read them. */
export const pageChangeRequests = read({
  name: 'changeRequests.page',
  permission: 'portal.changes.read',
  input: changePage,
  run: changeRecords.olderThan,
});

/** One change request; another organisation's does not exist for a client. */
export const getChangeRequest = read({
  name: 'changeRequests.get',
  permission: 'portal.changes.read',
  input: byPortalId,
  run: (ctx, { id }) => changeRecords.one(ctx, id),
});
