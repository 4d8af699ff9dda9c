import type { CONTACT_SORTS, ContactListItem } from '@officina/contracts/contacts';
import { contactList, contactPage } from '@officina/contracts/contacts-inputs';
import { COUNT_CAP, type Page } from '@officina/contracts/paging';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { and, asc, count, desc, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { type FilterShape, filterCondition, filterValues, hasSearch } from './contact-filters.ts';
import { contactAbilities, presentContactItem } from './contact-presenter.ts';

const {
  tenantId: _,
  searchText: _s,
  createdBy: _c,
  deletedAt: _d,
  erasedAt: _e,
  source: _o,
  customFields: _f,
  notes: _n,
  ...columns
} = getTableColumns(contacts);

// The outer columns are spelled out: Drizzle drops the table's name from columns in a select list of one table.
const listColumns = {
  ...columns,
  vehiclesCount: sql<number>`(select count(*)::int from vehicles v
    where v.tenant_id = contacts.tenant_id and v.owner_id = contacts.id and v.deleted_at is null)`,
};

type Sort = (typeof CONTACT_SORTS)[number];
interface ListShape extends FilterShape {
  sort: Sort;
  dir: 'asc' | 'desc';
  after: boolean;
}

/** Rows strictly after the cursor in the list's order; the row comparison walks the sort's index. */
function afterCursor(shape: ListShape): SQL | undefined {
  if (!shape.after) return undefined;
  const type = sql.raw(shape.sort === 'displayName' ? 'text' : 'timestamptz');
  const cursor = sql`(${sql.placeholder('cursorValue')}::${type}, ${sql.placeholder('cursorId')}::uuid)`;
  const operator = sql.raw(shape.dir === 'asc' ? '>' : '<');
  return sql`(${contacts[shape.sort]}, ${contacts.id}) ${operator} ${cursor}`;
}

const listStatement = preparedByShape(JSON.stringify, (db: Executor, shape: ListShape) => {
  const order = shape.dir === 'asc' ? asc : desc;
  return db
    .select(listColumns)
    .from(contacts)
    .where(and(filterCondition(shape), afterCursor(shape)))
    .orderBy(order(contacts[shape.sort]), order(contacts.id))
    .limit(sql.placeholder('limit'))
    .prepare('contact_list');
});

export const countStatement = preparedByShape(
  JSON.stringify,
  (db: Executor, shape: FilterShape & { capped: boolean }) => {
    const matching = db.select({ one: sql`1` }).from(contacts).where(filterCondition(shape));
    if (!shape.capped)
      return db
        .select({ total: count() })
        .from(contacts)
        .where(filterCondition(shape))
        .prepare('contact_count');
    const bounded = matching.limit(COUNT_CAP + 1).as('bounded');
    return db.select({ total: count() }).from(bounded).prepare('contact_count_capped');
  },
);

/** Searches are planned per call: whether an index on words or on dates is better depends on the word. */
export const executorFor = (ctx: Ctx, shape: FilterShape): Executor =>
  hasSearch(shape) && ctx.db === ctx.services.client.db ? ctx.services.client.perCall : ctx.db;

/** Keyset list for our own screens; `total` (capped) comes with the first page. */
export const listContacts = read({
  name: 'contacts.list',
  permission: 'contacts.read',
  input: contactList,
  async run(ctx, { limit, cursor, sort, dir, ...filters }): Promise<Page<ContactListItem>> {
    const after = decodeCursor(cursor, sort === 'displayName' ? undefined : isMoment);
    const { shape, values } = filterValues(filters);
    const db = executorFor(ctx, shape);
    const common = { ...values, tenantId: ctx.tenant.id };
    const [rows, counted] = await Promise.all([
      listStatement(db, { ...shape, sort, dir, after: after !== null }).execute({
        ...common,
        limit: limit + 1,
        ...(after && { cursorValue: after.value, cursorId: after.id }),
      }),
      after ? undefined : countStatement(db, { ...shape, capped: true }).execute(common),
    ]);
    const abilities = contactAbilities(ctx);
    const page = pageOf(
      rows,
      limit,
      (row) => ({ value: sort === 'displayName' ? row.displayName : row[sort].toISOString(), id: row.id }),
      (row) => presentContactItem(row, abilities),
    );
    return { ...page, ...(counted && { total: counted[0]?.total ?? 0 }) };
  },
});

const pageStatement = preparedByShape(JSON.stringify, (db: Executor, shape: FilterShape) =>
  db
    .select(listColumns)
    .from(contacts)
    .where(filterCondition(shape))
    .orderBy(desc(contacts.createdAt), desc(contacts.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare('contact_page'),
);

/** Numbered page with an exact total, for surfaces whose contract prints one. Newest first. */
export const pageContacts = read({
  name: 'contacts.page',
  permission: 'contacts.read',
  input: contactPage,
  async run(
    ctx,
    { page, limit, ...filters },
  ): Promise<{ items: ContactListItem[]; page: number; limit: number; total: number }> {
    const { shape, values } = filterValues(filters);
    const db = executorFor(ctx, shape);
    const common = { ...values, tenantId: ctx.tenant.id };
    const [rows, counted] = await Promise.all([
      pageStatement(db, shape).execute({ ...common, limit, offset: (page - 1) * limit }),
      countStatement(db, { ...shape, capped: false }).execute(common),
    ]);
    const abilities = contactAbilities(ctx);
    return {
      items: rows.map((row) => presentContactItem(row, abilities)),
      page,
      limit,
      total: counted[0]?.total ?? 0,
    };
  },
});
