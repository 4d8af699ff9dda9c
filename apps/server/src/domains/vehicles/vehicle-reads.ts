import { COUNT_CAP, type Page } from '@officina/contracts/paging';
import type { VEHICLE_SORTS, VehicleListItem } from '@officina/contracts/vehicles';
import { vehicleList } from '@officina/contracts/vehicles-inputs';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { vehicles } from '@officina/db/schema/vehicles';
import { and, asc, count, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { type FilterShape, filterCondition, filterValues } from './vehicle-filters.ts';
import { presentVehicleItem, vehicleAbilities } from './vehicle-presenter.ts';

const { tenantId: _, searchText: _s, createdBy: _c, deletedAt: _d, ...columns } = getTableColumns(vehicles);

const listColumns = {
  ...columns,
  ownerName: contacts.displayName,
  lastServiceOn: sql<string | null>`(select max(s.date)::text from service_records s
    where s.tenant_id = vehicles.tenant_id and s.vehicle_id = vehicles.id and s.deleted_at is null)`,
};

interface ListShape extends FilterShape {
  sort: (typeof VEHICLE_SORTS)[number];
  dir: 'asc' | 'desc';
  after: boolean;
}

/** Rows strictly after the cursor in the list's order; the row comparison walks the sort's index. */
function afterCursor(shape: ListShape): SQL | undefined {
  if (!shape.after) return undefined;
  const type = sql.raw(shape.sort === 'licensePlate' ? 'text' : 'timestamptz');
  const cursor = sql`(${sql.placeholder('cursorValue')}::${type}, ${sql.placeholder('cursorId')}::uuid)`;
  return sql`(${vehicles[shape.sort]}, ${vehicles.id}) ${sql.raw(shape.dir === 'asc' ? '>' : '<')} ${cursor}`;
}

const listStatement = preparedByShape(JSON.stringify, (db: Executor, shape: ListShape) => {
  const order = shape.dir === 'asc' ? asc : desc;
  return db
    .select(listColumns)
    .from(vehicles)
    .innerJoin(contacts, and(eq(contacts.tenantId, vehicles.tenantId), eq(contacts.id, vehicles.ownerId)))
    .where(and(filterCondition(shape), afterCursor(shape)))
    .orderBy(order(vehicles[shape.sort]), order(vehicles.id))
    .limit(sql.placeholder('limit'))
    .prepare('vehicle_list');
});

const countStatement = preparedByShape(JSON.stringify, (db: Executor, shape: FilterShape) => {
  const bounded = db
    .select({ one: sql`1` })
    .from(vehicles)
    .where(filterCondition(shape))
    .limit(COUNT_CAP + 1)
    .as('bounded');
  return db.select({ total: count() }).from(bounded).prepare('vehicle_count');
});

/** Keyset list; `total` (capped) comes with the first page. */
export const listVehicles = read({
  name: 'vehicles.list',
  permission: 'vehicles.read',
  input: vehicleList,
  async run(ctx, { limit, cursor, sort, dir, ...filters }): Promise<Page<VehicleListItem>> {
    const after = decodeCursor(cursor, sort === 'licensePlate' ? undefined : isMoment);
    const { shape, values } = filterValues(filters);
    // Searches are planned per call: whether an index on words or on dates is better depends on the word.
    const { db: pool, perCall } = ctx.services.client;
    const db = shape.words > 0 && ctx.db === pool ? perCall : ctx.db;
    const common = { ...values, tenantId: ctx.tenant.id };
    const [rows, counted] = await Promise.all([
      listStatement(db, { ...shape, sort, dir, after: after !== null }).execute({
        ...common,
        limit: limit + 1,
        ...(after && { cursorValue: after.value, cursorId: after.id }),
      }),
      after ? undefined : countStatement(db, shape).execute(common),
    ]);
    const abilities = vehicleAbilities(ctx);
    const page = pageOf(
      rows,
      limit,
      (row) => ({
        value: sort === 'licensePlate' ? row.licensePlate : row.createdAt.toISOString(),
        id: row.id,
      }),
      (row) => presentVehicleItem(row, abilities),
    );
    return { ...page, ...(counted && { total: counted[0]?.total ?? 0 }) };
  },
});
