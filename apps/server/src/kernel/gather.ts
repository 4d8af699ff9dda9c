import type { Executor } from '@officina/db/client';
import { Column, getTableColumns, is, SQL, sql, Table } from 'drizzle-orm';
import { rawStatement } from './statement.ts';

/** A select of Drizzle's, of which more is fixed than the fields and the text. */
interface Select extends PromiseLike<readonly object[]> {
  getSQL(): SQL;
  readonly _: { readonly selectedFields: object };
}

/** Where a column of the answer stands in the row, and what it is read with. */
interface Leaf {
  path: readonly string[];
  decode(value: unknown): unknown;
}

function leavesOf(fields: object, path: readonly string[] = []): Leaf[] {
  return Object.entries(fields).flatMap(([name, field]): Leaf[] => {
    const at = [...path, name];
    if (is(field, Column)) return [{ path: at, decode: (value) => field.mapFromDriverValue(value) }];
    if (is(field, SQL) || is(field, SQL.Aliased)) return [{ path: at, decode: (value) => value }];
    return leavesOf(is(field, Table) ? getTableColumns(field) : (field as object), at);
  });
}

type Node = Record<string, unknown>;

/** A row as Drizzle builds it: of a joined row that is not there the whole object is null. */
function rowOf(leaves: readonly Leaf[], values: readonly unknown[]): Node {
  const row: Node = {};
  const there = new Set<string>();
  for (const [index, { path, decode }] of leaves.entries()) {
    const [first = '', second] = path;
    const value = values[index] ?? null;
    const read = value === null ? null : decode(value);
    if (second === undefined) row[first] = read;
    else {
      const node = (row[first] ?? {}) as Node;
      node[second] = read;
      row[first] = node;
    }
    if (second === undefined || read !== null) there.add(first);
  }
  for (const name of Object.keys(row)) if (!there.has(name)) row[name] = null;
  return row;
}

type Gathered<Q extends Record<string, Select>> = { [K in keyof Q]: Awaited<Q[K]> };

/**
 * Several selects as one prepared statement: one way to the database and back, and one snapshot. Each gives the rows that
 * it would give alone; their fields are columns or objects of columns, none of them numeric. The selects share the values
 * of placeholders with one name.
 */
export function gathered<S extends object, Q extends Record<string, Select>>(
  build: (db: Executor, shape: S) => Q,
): (db: Executor, shape: S, values: Record<string, unknown>) => Promise<Gathered<Q>> {
  const made = new Map<string, (db: Executor, values: Record<string, unknown>) => Promise<Gathered<Q>>>();
  const make = (queries: Q) => {
    const parts = Object.entries(queries).map(([name, query]) => {
      const leaves = leavesOf(query._.selectedFields);
      const columns = sql.raw(leaves.map((_, index) => `c${index}`).join(', '));
      const part = sql`(select coalesce(json_agg(json_build_array(${columns})), '[]')
        from (${query.getSQL()}) part (${columns})) as ${sql.identifier(name)}`;
      return { name, leaves, part };
    });
    const statement = rawStatement<Record<string, unknown[][]>>(
      sql`select ${sql.join(
        parts.map(({ part }) => part),
        sql`, `,
      )}`,
    );
    return async (db: Executor, values: Record<string, unknown>) => {
      const [answer = {}] = await statement(db, values);
      const rows = parts.map(({ name, leaves }) => [
        name,
        (answer[name] ?? []).map((row) => rowOf(leaves, row)),
      ]);
      return Object.fromEntries(rows) as Gathered<Q>;
    };
  };
  return (db, shape, values) => {
    const key = JSON.stringify(shape);
    let statement = made.get(key);
    if (!statement) {
      statement = make(build(db, shape));
      made.set(key, statement);
    }
    return statement(db, values);
  };
}
