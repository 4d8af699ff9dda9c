import type { ActivityType } from '@officina/contracts/activities';
import { ACTIVITY_TYPES } from '@officina/contracts/activities';
import {
  CONTACT_KINDS,
  CONTACT_SOURCES,
  type ContactKind,
  type CustomFields,
} from '@officina/contracts/contacts';
import {
  TASK_PRIORITIES,
  TASK_STATUSES,
  type TaskPriority,
  type TaskStatus,
} from '@officina/contracts/tasks';
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  createdAt,
  deletedAt,
  moment,
  oneOf,
  rowId,
  tenantId,
  updatedAt,
  version,
  words,
} from './columns.ts';
import { members, tenants } from './tenancy.ts';

/** Customers, clients and contacts of every surface. What one domain alone knows stands in its own table. */
export const contacts = pgTable(
  'contacts',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    kind: words<ContactKind>('kind').notNull().default('person'),
    source: words<(typeof CONTACT_SOURCES)[number]>('source').notNull().default('garage'),
    firstName: text('first_name').notNull().default(''),
    lastName: text('last_name').notNull().default(''),
    displayName: text('display_name').notNull(),
    /** Lower-case. */
    email: text('email'),
    /** E.164. */
    phone: text('phone'),
    company: text('company'),
    street: text('street'),
    city: text('city'),
    postalCode: text('postal_code'),
    country: text('country'),
    tags: text('tags').array().notNull().default(sql`'{}'`),
    isVip: boolean('is_vip').notNull().default(false),
    notes: text('notes'),
    customFields: jsonb('custom_fields').$type<CustomFields>().notNull().default({}),
    /** Folded name, e-mail, company and phone, for substring search. */
    searchText: text('search_text').notNull(),
    createdBy: uuid('created_by'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
    /** Set when the person asked to be forgotten; the row stays for the documents that name it. */
    erasedAt: moment('erased_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('contacts_email_unique')
      .on(t.tenantId, t.email)
      .where(sql`deleted_at is null and source = 'garage'`),
    index('contacts_created').on(t.tenantId, t.createdAt, t.id).where(sql`deleted_at is null`),
    index('contacts_updated').on(t.tenantId, t.updatedAt, t.id).where(sql`deleted_at is null`),
    index('contacts_name').on(t.tenantId, t.displayName, t.id).where(sql`deleted_at is null`),
    index('contacts_search').using('gin', t.tenantId, t.searchText.op('gin_trgm_ops')),
    index('contacts_tags').using('gin', t.tenantId, t.tags).where(sql`deleted_at is null`),
    oneOf('contacts_kind', t.kind, CONTACT_KINDS),
    oneOf('contacts_source', t.source, CONTACT_SOURCES),
  ],
);

/** Urgent first, as an expression that lists sort by and an index holds. */
export const urgencyOf = (priority: AnyPgColumn) =>
  sql`(case ${priority} when 'urgent' then 0 when 'high' then 1 when 'medium' then 2 else 3 end)`;

/** What is due at no time comes after everything that is. */
export const dueOf = (dueAt: AnyPgColumn) => sql`(coalesce(${dueAt}, 'infinity'::timestamptz))`;

export const tasks = pgTable(
  'tasks',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    title: text('title').notNull(),
    description: text('description'),
    assigneeId: uuid('assignee_id'),
    contactId: uuid('contact_id'),
    dueAt: moment('due_at'),
    status: words<TaskStatus>('status').notNull().default('todo'),
    priority: words<TaskPriority>('priority').notNull().default('medium'),
    /** Order within a column of the board: a new place is the mean of its neighbours. */
    position: doublePrecision('position').notNull(),
    completedAt: moment('completed_at'),
    createdBy: uuid('created_by'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'tasks_assignee_fk',
      columns: [t.tenantId, t.assigneeId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    foreignKey({
      name: 'tasks_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    index('tasks_board').on(t.tenantId, t.status, t.position, t.id).where(sql`deleted_at is null`),
    index('tasks_contact').on(t.tenantId, t.contactId).where(sql`deleted_at is null`),
    index('tasks_assignee').on(t.tenantId, t.assigneeId, t.dueAt).where(sql`deleted_at is null`),
    index('tasks_urgency')
      .on(t.tenantId, urgencyOf(t.priority), dueOf(t.dueAt), t.createdAt, t.id)
      .where(sql`deleted_at is null`),
    index('tasks_due').on(t.tenantId, dueOf(t.dueAt), t.id).where(sql`deleted_at is null`),
    index('tasks_created').on(t.tenantId, t.createdAt, t.id).where(sql`deleted_at is null`),
    oneOf('tasks_status', t.status, TASK_STATUSES),
    oneOf('tasks_priority', t.priority, TASK_PRIORITIES),
  ],
);

/** Facts on a customer's timeline: append-only. */
export const activities = pgTable(
  'activities',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    type: words<ActivityType>('type').notNull(),
    description: text('description').notNull(),
    userId: uuid('user_id'),
    contactId: uuid('contact_id'),
    metadata: jsonb('metadata').$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'activities_user_fk',
      columns: [t.tenantId, t.userId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    foreignKey({
      name: 'activities_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    index('activities_created').on(t.tenantId, t.createdAt, t.id),
    index('activities_contact').on(t.tenantId, t.contactId, t.createdAt, t.id),
    oneOf('activities_type', t.type, ACTIVITY_TYPES),
  ],
);
