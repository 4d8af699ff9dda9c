import { editList } from '@officina/contracts/edits-inputs';
import { byPortalId } from '@officina/contracts/portal-fields';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { changeRequests, editEvents } from '@officina/db/schema/engagement-work';
import { engagements } from '@officina/db/schema/engagements';
import { users } from '@officina/db/schema/identity';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { read } from '../../../kernel/operation.ts';
import { editsToldToClients } from '../client-safe.ts';
import { newestFirst } from '../newest-first.ts';
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

export const editRecords = newestFirst({
  name: 'edits',
  select: named,
  createdAt: editEvents.createdAt,
  id: editEvents.id,
  own: and(eq(editEvents.orgId, sql.placeholder('orgId')), editsToldToClients),
  filters: { status: editEvents.status, engagementId: editEvents.engagementId },
  placeOf: ({ row }) => row,
  present: presentNamedEdit,
});

/** Edits, newest first; clients see those of their organisation. */
export const listEdits = read({
  name: 'edits.list',
  permission: 'portal.edits.submit',
  input: editList,
  run: editRecords.page,
});

/** One edit; another organisation's does not exist for a client. */
export const getEdit = read({
  name: 'edits.get',
  permission: 'portal.edits.submit',
  input: byPortalId,
  run: (ctx, { id }) => editRecords.one(ctx, id),
});
