import type { Executor } from '@officina/db/client';
import { fillPlaceholders, is, Placeholder, type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Sql } from 'postgres';
import { quicken } from './row-mapper.ts';

/**
 * A Drizzle read that is built once and sent prepared. `build` runs once per pool (a transaction builds its own).
 * Only `.prepare(name)` makes postgres.js prepare a statement on the server: see docs/decisions.
 */
export function prepared<P>(build: (db: Executor) => P): (db: Executor) => P {
  const made = new WeakMap<Executor, P>();
  return (db) => {
    let statement = made.get(db);
    if (!statement) {
      statement = quicken(build(db));
      made.set(db, statement);
    }
    return statement;
  };
}

/** As `prepared`, one statement per shape of optional filters; `key` names the shape. */
export function preparedByShape<S, P>(
  key: (shape: S) => string,
  build: (db: Executor, shape: S) => P,
): (db: Executor, shape: S) => P {
  const made = new WeakMap<Executor, Map<string, P>>();
  return (db, shape) => {
    let byShape = made.get(db);
    if (!byShape) {
      byShape = new Map();
      made.set(db, byShape);
    }
    const name = key(shape);
    let statement = byShape.get(name);
    if (!statement) {
      statement = quicken(build(db, shape));
      byShape.set(name, statement);
    }
    return statement;
  };
}

const dialect = new PgDialect();

/** The postgres.js handle under a Drizzle one: the pool's, or that of the open transaction. */
function handleOf(db: Executor): Sql {
  if ('$client' in db) return (db as { $client: Sql }).$client;
  return (db as unknown as { session: { client: Sql } }).session.client;
}

const PREPARED = { prepare: true };

/** Values in the order of their names; a name that is missing is a mistake in the statement's caller. */
const inOrder = (names: readonly string[]) => (values: Record<string, unknown>) =>
  names.map((name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the statement lacks a value for ${name}`);
    return value;
  });

/**
 * Hand-written SQL with `sql.placeholder(…)`s, compiled once and sent prepared.
 * Values go as text or JSON text: dates as ISO strings, jsonb as a JSON string. Rows come back untyped by column name.
 */
export function rawStatement<Row extends object>(
  query: SQL,
): (db: Executor, values: Record<string, unknown>) => Promise<Row[]> {
  const compiled = dialect.sqlToQuery(query);
  const fill = compiled.params.every((param) => is(param, Placeholder))
    ? inOrder(compiled.params.map((param) => (param as Placeholder).name))
    : (values: Record<string, unknown>) => fillPlaceholders(compiled.params, values);
  return async (db, values) =>
    (await handleOf(db).unsafe(compiled.sql, fill(values) as never[], PREPARED)) as unknown as Row[];
}

/** Texts as one value for a column that is a `text[]`. */
export const textArray = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/** As `rawStatement`, one statement per shape of optional conditions: plain objects, told apart by their JSON. */
export function rawStatementByShape<Shape extends object, Row extends object>(
  build: (shape: Shape) => SQL,
): (shape: Shape) => ReturnType<typeof rawStatement<Row>> {
  const made = new Map<string, ReturnType<typeof rawStatement<Row>>>();
  return (shape) => {
    const key = JSON.stringify(shape);
    let statement = made.get(key);
    if (!statement) {
      statement = rawStatement<Row>(build(shape));
      made.set(key, statement);
    }
    return statement;
  };
}

/**
 * Marks a statement that reads tenant tables across tenants on purpose (sign-in, system jobs). The tests' SQL guard
 * refuses every other statement on a tenant table that does not pin its tenant_id.
 */
export const crossTenant = (reason: string): SQL => sql.raw(`/* cross-tenant: ${reason} */ true`);
