import type { BinderPage, BinderSort, BinderTab } from '@officina/contracts/binders';
import { binderList } from '@officina/contracts/binders-inputs';
import { isPlainDate } from '@officina/contracts/calendar';
import { COUNT_CAP } from '@officina/contracts/paging';
import type { Executor } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import { invalid } from '../../kernel/errors.ts';
import { decodeCursor, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape, rawStatement } from '../../kernel/statement.ts';
import { type FilterShape, filterCondition, filterValues, inTab } from './binder-filters.ts';
import { presentBinder } from './binder-presenter.ts';
import { type BinderRow, fetchedFor, selectBinders } from './binder-row.ts';
import { countBinders, searching } from './tab-counts.ts';

const place = sql.placeholder;

type Direction = 'asc' | 'desc';

/** How each tab is ordered when nobody asks otherwise: what presses most comes first. */
const ORDERS: Record<BinderTab, [BinderSort, Direction]> = {
  open: ['receivedAt', 'desc'],
  overdue: ['expectedReturnAt', 'asc'],
  due_today: ['expectedReturnAt', 'desc'],
  ready: ['receivedAt', 'asc'],
  returned: ['returnedAt', 'desc'],
};

const COLUMNS: Record<BinderSort, string> = {
  receivedAt: 'b.received_at',
  expectedReturnAt: 'b.expected_return_at',
  returnedAt: 'b.returned_at',
};

interface ListShape extends FilterShape {
  tab: BinderTab;
  sort: BinderSort;
  dir: Direction;
  after: boolean;
  rows: number;
}

const listStatement = preparedByShape(JSON.stringify, (db: Executor, shape: ListShape) => {
  const column = COLUMNS[shape.sort];
  const beyond = sql` and (${sql.raw(column)}, b.ref) ${sql.raw(shape.dir === 'asc' ? '>' : '<')}
    (${place('cursorDay')}::date, ${place('cursorRef')}::bigint)`;
  const statement = rawStatement<BinderRow>(
    selectBinders({
      where: sql`${inTab[shape.tab]} and ${filterCondition(shape)}${shape.after ? beyond : sql.raw('')}`,
      order: sql.raw(`${column} ${shape.dir}, b.ref ${shape.dir}`),
      cut: sql.raw(`limit ${shape.rows}`),
    }),
  );
  return (values: Record<string, unknown>) => statement(db, values);
});

/** A cursor's value holds the day and the number of the last row: `2026-01-15/42`. */
const CURSOR = /^(\d{4}-\d\d-\d\d)\/(\d{1,15})$/;
const isPosition = (value: unknown): boolean =>
  typeof value === 'string' && CURSOR.test(value) && isPlainDate(value.slice(0, 10));

/** Keyset list of one tab; the first page tells how many binders each tab holds under the same filters. */
export const listBinders = read({
  name: 'binders.list',
  permission: 'office.binders.read',
  input: binderList,
  async run(ctx, { tab, sort, dir, limit, cursor, ...filters }): Promise<BinderPage> {
    const [usual, direction] = ORDERS[tab];
    const by = sort ?? usual;
    if (by === 'returnedAt' && tab !== 'returned')
      throw invalid({ field: 'sort', message: 'Only returned binders have a day of return' });
    const after = decodeCursor(cursor, isPosition);
    const [, cursorDay, cursorRef] = CURSOR.exec(String(after?.value)) ?? [];
    const { shape, values } = filterValues(filters);
    const order = {
      tab,
      sort: by,
      dir: dir ?? direction,
      after: after !== null,
      rows: fetchedFor(limit + 1),
    };
    const [rows, counts] = await Promise.all([
      listStatement(searching(ctx, shape), { ...shape, ...order })({
        ...values,
        tenantId: ctx.tenant.id,
        today: ctx.today,
        ...(after && { cursorDay, cursorRef }),
      }),
      after ? undefined : countBinders(ctx, filters),
    ]);
    const page = pageOf(
      rows,
      limit,
      (row) => ({ value: `${row[by]}/${row.ref}`, id: row.id }),
      (row) => presentBinder(ctx, row),
    );
    if (!counts) return page;
    const { inOffice: _, dueThisWeek: _w, ...tabs } = counts;
    return { ...page, total: Math.min(counts[tab], COUNT_CAP + 1), counts: tabs };
  },
});
