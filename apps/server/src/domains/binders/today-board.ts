import { BOARD_COLUMNS, type BoardColumn, type TodayBoard } from '@officina/contracts/binders';
import { APPROACHING_DAYS } from '@officina/contracts/office';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { cachedRead } from '../../kernel/cached-read.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { presentBinder } from './binder-presenter.ts';
import { type BinderRow, selectBinders } from './binder-row.ts';
import { dueToday, idle, open, overdue, tenant, today } from './verdict-sql.ts';

/** Rows that a column shows; the rest is behind its count. */
const SHOWN = 20;

/** From tomorrow on: what is due today has a column of its own. */
const nearSla = sql`(${open} and b.expected_return_at between ${today} + 1 and ${today} + ${sql.raw(String(APPROACHING_DAYS))})`;

const COLUMNS: Record<BoardColumn, { where: SQL; order: string }> = {
  overdue: { where: overdue, order: 'b.expected_return_at, b.ref' },
  due_today: { where: dueToday, order: 'b.expected_return_at, b.ref' },
  near_sla: { where: nearSla, order: 'b.expected_return_at, b.ref' },
  idle: { where: idle, order: 'greatest(b.received_at, b.last_work_on), b.ref' },
  ready: { where: sql.raw(`b.status = 'ready_for_pickup'`), order: 'b.received_at, b.ref' },
};

type Column = { count: number; rows: BinderRow[] };

const columnJson = ({ where, order }: (typeof COLUMNS)[BoardColumn]): SQL => sql`json_build_object(
  'count', (select count(*) from binders b where b.tenant_id = ${tenant} and ${where}),
  'rows', (select coalesce(json_agg(shown), '[]') from (${selectBinders({
    where,
    order: sql.raw(order),
    cut: sql.raw(`limit ${SHOWN}`),
  })}) shown))`;

const statement = rawStatement<Record<BoardColumn, Column>>(
  sql`select ${sql.join(
    BOARD_COLUMNS.map((column) => sql`${columnJson(COLUMNS[column])} as ${sql.raw(column)}`),
    sql.raw(', '),
  )}`,
);

/** What a day in the office looks like: the first rows and the size of each column, in one statement. */
export const todayBoard = read({
  name: 'binders.board',
  permission: 'office.binders.read',
  input: z.object({}),
  async run(ctx): Promise<TodayBoard> {
    const columns = await cachedRead(ctx, 'binders.board', null, async () => {
      const [row] = await statement(ctx.db, { tenantId: ctx.tenant.id, today: ctx.today });
      if (!row) throw new Error('the board gave no row');
      return row;
    });
    const shown = BOARD_COLUMNS.map((name) => {
      const { count, rows } = columns[name];
      return [name, { count, rows: rows.map((binder) => presentBinder(ctx, binder)) }];
    });
    return { today: ctx.today, columns: Object.fromEntries(shown) as TodayBoard['columns'] };
  },
});
