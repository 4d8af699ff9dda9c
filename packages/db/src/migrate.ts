import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';

/** The folder of the generated SQL migrations. */
export const migrationsFolder = fileURLToPath(new URL('../../../drizzle', import.meta.url));

const OLDEST_SERVER = 160_000;
const MIGRATION_LOCK = 7_031_946;

export interface MigrateOptions {
  /** Another folder of migrations (tests). */
  folder?: string;
}

/**
 * Brings the database to the schema of this version. Safe when several processes start at once: one
 * migrates, the others wait. All of a start's migrations are applied in one transaction, or none.
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<void> {
  const folder = options.folder ?? migrationsFolder;
  // One connection, kept to the end: the lock belongs to it.
  const sql = postgres(url, { max: 1, max_lifetime: null, onnotice: () => {} });
  try {
    await checkServer(sql);
    if ((await missing(sql, folder)).length === 0) return;
    await sql`select pg_advisory_lock(${MIGRATION_LOCK}::bigint)`;
    await ensureUuidV7(sql);
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    const skipped = await missing(sql, folder);
    if (skipped.length > 0) throw new Error(skippedMessage(skipped));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Drizzle asks only for the newest migration it applied; this names each one that the database has not seen. */
async function missing(sql: Sql, folder: string): Promise<number[]> {
  const wanted = readMigrationFiles({ migrationsFolder: folder });
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as found`;
  const applied = table?.found
    ? await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations`
    : [];
  const hashes = new Set(applied.map((row) => row.hash));
  return wanted.flatMap((migration, index) => (hashes.has(migration.hash) ? [] : [index]));
}

function skippedMessage(indexes: readonly number[]): string {
  const names = indexes.map((index) => String(index).padStart(4, '0')).join(', ');
  return (
    `Migrations ${names} in drizzle/ are not in this database: they were changed after they had been applied, ` +
    'or are dated before the newest one. Generate them again with `pnpm db:generate`.'
  );
}

async function checkServer(sql: Sql): Promise<void> {
  const [row] = await sql<{ version: number; name: string }[]>`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as name`;
  if (row && row.version < OLDEST_SERVER) {
    throw new Error(`Officina needs PostgreSQL 16 or newer; DATABASE_URL names a PostgreSQL ${row.name}.`);
  }
}

/** `uuidv7()` came with PostgreSQL 18; older servers get the same: milliseconds first, then random bits. */
async function ensureUuidV7(sql: Sql): Promise<void> {
  const [row] = await sql`select to_regprocedure('uuidv7()') as found`;
  if (row?.found) return;
  await sql.unsafe(`
    create or replace function public.uuidv7() returns uuid language sql volatile parallel safe as $$
      select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
    $$`);
}
