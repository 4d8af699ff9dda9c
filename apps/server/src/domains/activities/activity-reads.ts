import type { ActivityView } from '@officina/contracts/activities';
import { activityList, activityPage } from '@officina/contracts/activities-inputs';
import type { Page } from '@officina/contracts/paging';
import type { Executor } from '@officina/db/client';
import { activities, contacts } from '@officina/db/schema/contacts';
import { users } from '@officina/db/schema/identity';
import { and, count, desc, eq, sql } from 'drizzle-orm';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { type FilterShape, filterCondition, filterValues } from './activity-filters.ts';

const { id, type, description, userId, contactId, metadata, createdAt } = activities;
const columns = {
  ...{ id, type, description, userId, contactId, metadata, createdAt },
  userName: users.name,
  contactName: contacts.displayName,
};

const itsContact = and(eq(contacts.tenantId, activities.tenantId), eq(contacts.id, activities.contactId));

/** Newest first, with the names of user and contact. */
const rowsOf = (db: Executor) =>
  db
    .select(columns)
    .from(activities)
    .leftJoin(users, eq(users.id, activities.userId))
    .leftJoin(contacts, itsContact);

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const present = (row: Row): ActivityView => ({
  id: row.id,
  type: row.type,
  description: row.description,
  user: row.userId === null ? null : { id: row.userId, name: row.userName ?? '' },
  contact: row.contactId === null ? null : { id: row.contactId, name: row.contactName ?? '' },
  metadata: row.metadata,
  createdAt: row.createdAt.toISOString(),
});

const newestFirst = [desc(activities.createdAt), desc(activities.id)];

const listStatement = preparedByShape(JSON.stringify, (db, shape: FilterShape & { after: boolean }) => {
  const cursor = sql`(${sql.placeholder('cursorAt')}::timestamptz, ${sql.placeholder('cursorId')}::uuid)`;
  const beyond = shape.after ? sql`(${activities.createdAt}, ${activities.id}) < ${cursor}` : undefined;
  return rowsOf(db)
    .where(and(filterCondition(shape), beyond))
    .orderBy(...newestFirst)
    .limit(sql.placeholder('limit'))
    .prepare('activity_list');
});

/** Keyset list, newest first. */
export const listActivities = read({
  name: 'activities.list',
  permission: 'activities.read',
  input: activityList,
  async run(ctx, { limit, cursor, ...filters }): Promise<Page<ActivityView>> {
    const after = decodeCursor(cursor, isMoment);
    const { shape, values } = filterValues(filters, ctx.tenant.timeZone);
    const rows = await listStatement(ctx.db, { ...shape, after: after !== null }).execute({
      ...values,
      tenantId: ctx.tenant.id,
      limit: limit + 1,
      ...(after && { cursorAt: after.value, cursorId: after.id }),
    });
    return pageOf(rows, limit, (row) => ({ value: row.createdAt.toISOString(), id: row.id }), present);
  },
});

const pageStatement = preparedByShape(JSON.stringify, (db, shape: FilterShape) =>
  rowsOf(db)
    .where(filterCondition(shape))
    .orderBy(...newestFirst)
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare('activity_page'),
);

const countStatement = preparedByShape(JSON.stringify, (db, shape: FilterShape) =>
  db
    .select({ total: count() })
    .from(activities)
    .leftJoin(contacts, itsContact)
    .where(filterCondition(shape))
    .prepare('activity_count'),
);

export interface ActivityPage {
  items: ActivityView[];
  /** Null where no page was asked for: then the items are the newest ones, uncounted. */
  numbered: { page: number; limit: number; total: number } | null;
}

/** For surfaces that print page numbers. */
export const pageActivities = read({
  name: 'activities.page',
  permission: 'activities.read',
  input: activityPage,
  async run(ctx, { page, limit, ...filters }): Promise<ActivityPage> {
    const { shape, values } = filterValues(filters, ctx.tenant.timeZone);
    const common = { ...values, tenantId: ctx.tenant.id };
    const [rows, counted] = await Promise.all([
      pageStatement(ctx.db, shape).execute({ ...common, limit, offset: ((page ?? 1) - 1) * limit }),
      page === undefined ? undefined : countStatement(ctx.db, shape).execute(common),
    ]);
    const numbered = page === undefined ? null : { page, limit, total: counted?.[0]?.total ?? 0 };
    return { items: rows.map(present), numbered };
  },
});
