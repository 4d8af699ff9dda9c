import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { schema } from './schema.ts';

const TENANT = 'tenant_id';

const configs = () =>
  Object.values(schema).flatMap((table) => (is(table, PgTable) ? [getTableConfig(table)] : []));

/** The tables whose rows belong to tenants: those with a `tenant_id`. */
export function tenantTables(): Set<string> {
  const owned = configs().filter(({ columns }) => columns.some((column) => column.name === TENANT));
  return new Set(owned.map(({ name }) => name));
}

/**
 * The same tables in an order in which a tenant's rows can be deleted: whatever refers to a row goes before it. Rows of
 * one table may refer to each other.
 */
export function tenantTablesDependentsFirst(): string[] {
  const referred = new Map(
    configs().map(({ name, foreignKeys }) => [
      name,
      foreignKeys.map((key) => getTableName(key.reference().foreignTable)).filter((other) => other !== name),
    ]),
  );
  const ordered: string[] = [];
  const visit = (name: string, trail: string[] = []) => {
    if (trail.includes(name)) throw new Error(`tables refer in a circle: ${[...trail, name].join(' → ')}`);
    if (ordered.includes(name)) return;
    for (const other of referred.get(name) ?? []) visit(other, [...trail, name]);
    ordered.push(name);
  };
  for (const name of referred.keys()) visit(name);
  const tenants = tenantTables();
  return ordered.reverse().filter((name) => tenants.has(name));
}

/** The columns that find one row by themselves, for each table outside the tenants. */
export function globalKeys(): Record<string, string[]> {
  const tenants = tenantTables();
  const shared = configs().filter(({ name }) => !tenants.has(name));
  return Object.fromEntries(
    shared.map(({ name, columns, indexes }) => {
      const keys = columns.filter((column) => column.primary || column.isUnique).map((column) => column.name);
      const unique = indexes.filter(
        ({ config }) => config.unique && !config.where && config.columns.length === 1,
      );
      const indexed = unique.flatMap(
        ({
          config: {
            columns: [first],
          },
        }) => (first && 'name' in first ? [first.name ?? ''] : []),
      );
      return [name, [...keys, ...indexed]];
    }),
  );
}
