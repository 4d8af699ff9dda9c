import type { Page } from '@officina/contracts/paging';
import type { Executor } from '@officina/db/client';
import { and, eq, is, SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, PgUUID } from 'drizzle-orm/pg-core';
import type { Ctx } from '../../kernel/context.ts';
import { AppError, invalid } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { type Cursor, decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { preparedByShape } from '../../kernel/statement.ts';
import { orgOf } from './org-scope.ts';

type Value = string | boolean | undefined;

/**
 * How a question narrows a list: a column that equals the value, a condition on the placeholder of the filter's name, or
 * a condition of its own for each value.
 */
type Filter = AnyPgColumn | SQL | ((value: never) => SQL | undefined);

interface Prepared<R> {
  execute(values: Record<string, unknown>): Promise<R[]>;
}

interface Records<R, V, F extends string, Q extends { prepare(name: string): Prepared<R> }> {
  /** Of the statement, in the logs. */
  name: string;
  /** Newest first; takes the placeholders `tenantId` and `limit`, and `today` if it likes. */
  select: (db: Executor, where: SQL | undefined) => Q;
  createdAt: AnyPgColumn;
  id: AnyPgColumn;
  /** What clients see, by the placeholder `orgId`. */
  own: SQL | undefined;
  filters: Record<F, Filter>;
  placeOf: (row: R) => { createdAt: Date; id: string };
  present: (ctx: Ctx, row: R) => V;
}

export interface Shape {
  own: boolean;
  one?: boolean;
  after?: boolean;
  /** Filters that are asked for, each with its value where that makes another statement. */
  filters?: Record<string, Value>;
}

/** Which of the rows that fit. */
export interface Stretch {
  limit: number;
  id?: string | undefined;
  after?: Cursor | null | undefined;
}

const place = sql.placeholder;

/** The readings of one kind of record that the portal lists: staff see the tenant's, clients those of their organisation. */
export function newestFirst<R, V, F extends string, Q extends { prepare(name: string): Prepared<R> }>(
  records: Records<R, V, F, Q>,
) {
  const { name: statementName, select, createdAt, id: idColumn, own, filters, placeOf, present } = records;
  type Asked = Partial<Record<F, Value>>;
  const entriesOf = (asked: object) =>
    Object.entries(asked).filter((entry): entry is [F, Value] => entry[1] !== undefined);

  const condition = ([filter, value]: [string, Value]): SQL | undefined => {
    const by: Filter = filters[filter as F];
    if (typeof by === 'function') return by(value as never);
    return is(by, SQL) ? by : eq(by, place(filter));
  };
  const build = (db: Executor, shape: Shape): Q =>
    select(
      db,
      and(
        shape.own ? own : undefined,
        shape.one ? eq(idColumn, place('id')) : undefined,
        ...Object.entries(shape.filters ?? {}).map(condition),
        shape.after
          ? sql`(${createdAt}, ${idColumn}) < (${place('cursorAt')}::timestamptz, ${place('cursorId')}::uuid)`
          : undefined,
      ),
    );
  const statement = preparedByShape(JSON.stringify, (db, shape: Shape) =>
    build(db, shape).prepare(statementName),
  );

  /** Rows that the caller sees; an id that is none fits nothing. */
  async function find(ctx: Ctx, { limit, id, after }: Stretch, filter: object = {}): Promise<R[]> {
    const asked = entriesOf(filter);
    const ids = asked.filter(([name]) => is(filters[name], PgUUID)).map(([, value]) => value);
    if ([id, ...ids].some((each) => each !== undefined && !isUuid(String(each)))) return [];
    const orgId = orgOf(ctx.actor);
    const shape = {
      own: orgId !== null,
      one: id !== undefined,
      after: Boolean(after),
      filters: Object.fromEntries(
        asked.map(([name, value]) => [name, typeof filters[name] === 'function' ? value : true]),
      ),
    };
    return statement(ctx.db, shape).execute({
      ...Object.fromEntries(asked),
      ...{ tenantId: ctx.tenant.id, today: ctx.today, orgId, limit, id },
      ...(after && { cursorAt: after.value, cursorId: after.id }),
    });
  }

  const cursorOf = (row: R): Cursor => {
    const { createdAt: moment, id } = placeOf(row);
    return { value: moment.toISOString(), id };
  };

  return {
    /** The select alone, to stand in a larger statement. */
    build,

    /** By cursor, as the screens read. */
    async page(
      ctx: Ctx,
      { limit, cursor, ...asked }: { limit: number; cursor?: string | null | undefined } & Asked,
    ): Promise<Page<V>> {
      const after = decodeCursor(cursor, isMoment);
      const rows = await find(ctx, { after, limit: limit + 1 }, asked);
      return pageOf(rows, limit, cursorOf, (row) => present(ctx, row));
    },

    /** As programs read: the newest, or those older than the item `before`, which must be one of theirs. */
    async olderThan(
      ctx: Ctx,
      { limit, before, ...asked }: { limit: number; before?: string | undefined } & Asked,
    ): Promise<V[]> {
      const [last] = before === undefined ? [] : await find(ctx, { id: before, limit: 1 });
      if (before !== undefined && !last) throw invalid({ field: 'before', message: 'Names no item' });
      const after = last && cursorOf(last);
      const rows = await find(ctx, { after, limit }, asked);
      return rows.map((row) => present(ctx, row));
    },

    /** One of them; missing ones, and for clients those of others, are NOT_FOUND. */
    async one(ctx: Ctx, id: string): Promise<V> {
      const [row] = await find(ctx, { id, limit: 1 });
      if (!row) throw new AppError('NOT_FOUND');
      return present(ctx, row);
    },
  };
}
