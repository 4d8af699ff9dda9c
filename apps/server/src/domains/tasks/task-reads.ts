import { COUNT_CAP, type Page } from '@officina/contracts/paging';
import { BOARD_STATUSES, type TaskBoard, type TaskColumn, type TaskView } from '@officina/contracts/tasks';
import { taskAll, taskBoard, taskList } from '@officina/contracts/tasks-inputs';
import type { Executor } from '@officina/db/client';
import { contacts, tasks } from '@officina/db/schema/contacts';
import { and, count, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { type Cursor, decodeCursor, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { type FilterShape, filterCondition, filterValues, type TaskFilters } from './task-filters.ts';
import { presentTask, taskAbilities } from './task-presenter.ts';
import { itsContact, selectTasks } from './task-row.ts';
import { afterCursor, cursorOf, cursorValues, isCursorValue, orderOf, type TaskSort } from './task-sorts.ts';

interface ListShape extends FilterShape {
  sort: TaskSort;
  dir: 'asc' | 'desc';
  after: boolean;
}

const listStatement = preparedByShape(JSON.stringify, (db: Executor, shape: ListShape) =>
  selectTasks(db)
    .where(and(filterCondition(shape), shape.after ? afterCursor(shape.sort, shape.dir) : undefined))
    .orderBy(...orderOf(shape.sort, shape.dir))
    .limit(sql.placeholder('limit'))
    .prepare('task_list'),
);

const countStatement = preparedByShape(JSON.stringify, (db: Executor, shape: FilterShape) => {
  const bounded = db
    .select({ one: sql`1` })
    .from(tasks)
    .leftJoin(contacts, itsContact)
    .where(filterCondition(shape))
    .limit(COUNT_CAP + 1)
    .as('bounded');
  return db.select({ total: count() }).from(bounded).prepare('task_count');
});

interface Order {
  sort: TaskSort;
  dir: 'asc' | 'desc';
  limit: number;
  after: Cursor | null;
}

/** One page of tasks; `total` (capped) comes with the first. */
async function pageOfTasks(ctx: Ctx, filters: TaskFilters, order: Order): Promise<Page<TaskView>> {
  const { sort, dir, limit, after } = order;
  const { shape, values } = filterValues(ctx, filters);
  const [rows, counted] = await Promise.all([
    listStatement(ctx.db, { ...shape, sort, dir, after: after !== null }).execute({
      ...values,
      limit: limit + 1,
      ...(after && cursorValues(after)),
    }),
    after ? undefined : countStatement(ctx.db, shape).execute(values),
  ]);
  const abilities = taskAbilities(ctx);
  const page = pageOf(rows, limit, cursorOf(sort), (row) => presentTask(row, abilities));
  return { ...page, ...(counted && { total: counted[0]?.total ?? 0 }) };
}

/** Keyset list for tables, and for what follows the first tasks of a board's column. */
export const listTasks = read({
  name: 'tasks.list',
  permission: 'tasks.read',
  input: taskList,
  run: (ctx, { limit, cursor, sort, dir, ...filters }): Promise<Page<TaskView>> =>
    pageOfTasks(ctx, filters, { sort, dir, limit, after: decodeCursor(cursor, isCursorValue(sort)) }),
});

/** The board: each column's first tasks in the order of their positions. */
export const readBoard = read({
  name: 'tasks.board',
  permission: 'tasks.read',
  input: taskBoard,
  async run(ctx, { limit, ...filters }): Promise<TaskBoard> {
    const column = async (status: TaskColumn['status']): Promise<TaskColumn> => {
      const order = { sort: 'position', dir: 'asc', limit, after: null } as const;
      const page = await pageOfTasks(ctx, { ...filters, status: [status] }, order);
      return { status, ...page, total: page.total ?? 0 };
    };
    return { columns: await Promise.all(BOARD_STATUSES.map(column)) };
  },
});

/** More than this many are not sent at once. */
const ALL_LIMIT = 500;

/** The most urgent tasks at once. */
export const listAllTasks = read({
  name: 'tasks.all',
  permission: 'tasks.read',
  input: taskAll,
  async run(ctx, filters): Promise<TaskView[]> {
    const { shape, values } = filterValues(ctx, filters);
    const order = { sort: 'urgency', dir: 'asc', after: false } as const;
    const statement = listStatement(ctx.db, { ...shape, ...order });
    const rows = await statement.execute({ ...values, limit: ALL_LIMIT });
    const abilities = taskAbilities(ctx);
    return rows.map((row) => presentTask(row, abilities));
  },
});
