import postgres, { type Sql } from 'postgres';
import { withDatabase } from './testing/test-cluster.ts';

/** Where a run's test server is; set by the run, read by its workers. */
export const testEnvironment = {
  server: 'OFFICINA_TEST_SERVER',
  template: 'OFFICINA_TEST_TEMPLATE',
  run: 'OFFICINA_TEST_RUN',
} as const;

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

let ofWorker: Promise<string> | undefined;

/** The database of this vitest worker: a clone of the migrated template, made on first use. */
export function testDatabaseUrl(): Promise<string> {
  ofWorker ??= clone(process.env.VITEST_POOL_ID ?? '1');
  return ofWorker;
}

/** A clone of its own for a test that must be alone in its database; dropped by the test or with the run. */
export async function ownTestDatabase(name: string): Promise<TestDatabase> {
  const url = await clone(`${process.env.VITEST_POOL_ID ?? '1'}_${name}`);
  return {
    url,
    drop: () => administer((sql) => sql.unsafe(`drop database if exists ${nameOf(url)} with (force)`)),
  };
}

async function clone(suffix: string): Promise<string> {
  const name = `officina_test_${setting('run')}_${suffix}`;
  if (!/^[a-z0-9_]{1,63}$/.test(name)) throw new Error(`Not a database name: ${name}`);
  await administer(async (sql) => {
    const [found] = await sql`select from pg_database where datname = ${name}`;
    if (!found) await sql.unsafe(`create database ${name} template ${setting('template')}`);
  });
  return withDatabase(setting('server'), name);
}

async function administer(work: (sql: Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(setting('server'), { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

function setting(name: keyof typeof testEnvironment): string {
  const value = process.env[testEnvironment[name]];
  if (!value) throw new Error('No test server: run the tests with `pnpm test`.');
  return value;
}
