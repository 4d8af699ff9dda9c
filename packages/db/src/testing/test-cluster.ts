import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { isAlive } from '../embedded/process.ts';
import { startEmbedded } from '../embedded.ts';
import { migrate, migrationsFolder } from '../migrate.ts';

/** Tables that come from elsewhere than drizzle/, such as those of the job queue. */
export interface ExtraTables {
  /** Changes whenever what `create` makes changes. */
  key: string;
  create(url: string): Promise<void>;
}

export interface TestCluster {
  /** Environment variables that tell the workers where the server is. */
  environment: Record<string, string>;
  stop(): Promise<void>;
}

const PREFIX = 'officina-test-';
const TEMPLATE_LOCK = 7_031_947;

/**
 * Starts the one PostgreSQL of a test run and prepares the migrated template that every worker clones.
 * With TEST_DATABASE_URL that server is used; its user must be allowed to make databases.
 */
export async function startTestCluster(extra?: ExtraTables): Promise<TestCluster> {
  const run = `${process.pid}_${Date.now().toString(36)}`;
  const own = process.env.TEST_DATABASE_URL;
  const server = own ? { url: own, stop: () => dropRun(own, run) } : await startTemporary();
  try {
    const template = await ensureTemplate(server.url, extra);
    return {
      environment: {
        OFFICINA_TEST_SERVER: server.url,
        OFFICINA_TEST_TEMPLATE: template,
        OFFICINA_TEST_RUN: run,
      },
      stop: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function startTemporary(): Promise<{ url: string; stop(): Promise<void> }> {
  await sweepLeftovers();
  const dataDir = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // The account that PostgreSQL runs as must be able to pass through.
  await chmod(dataDir, 0o711);
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  try {
    const server = await startEmbedded({ dataDir, disposable: true, log: () => {} });
    return {
      url: server.url,
      stop: async () => {
        await server.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Stops and removes the server of a run that was killed before it could. */
async function sweepLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length).split('-')[0] : Number.NaN);
    if (!pid || isAlive(pid)) continue;
    const dataDir = join(tmpdir(), name);
    try {
      const left = await startEmbedded({ dataDir, disposable: true, log: () => {} });
      await left.stop();
      await rm(dataDir, { recursive: true, force: true });
    } catch {
      // Another user's, or being swept by another run: not ours to touch.
    }
  }
}

/** Makes the template unless an earlier run left it (a server of the developer's keeps it). */
async function ensureTemplate(server: string, extra?: ExtraTables): Promise<string> {
  const name = `officina_template_${await schemaHash(extra?.key ?? '')}`;
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${TEMPLATE_LOCK}::bigint)`;
    const [ready] = await sql`select from pg_database where datname = ${name} and datistemplate`;
    if (ready) return name;
    await sql.unsafe(`drop database if exists ${name} with (force)`);
    await sql.unsafe(`create database ${name}`);
    await migrate(withDatabase(server, name));
    await extra?.create(withDatabase(server, name));
    await sql.unsafe(`alter database ${name} is_template true`);
    return name;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function schemaHash(extra: string): Promise<string> {
  const hash = createHash('sha256').update(extra);
  const files = (await readdir(migrationsFolder)).filter((file) => file.endsWith('.sql')).sort();
  for (const file of files) hash.update(await readFile(join(migrationsFolder, file)));
  return hash.digest('hex').slice(0, 12);
}

async function dropRun(server: string, run: string): Promise<void> {
  const sql: Sql = postgres(server, { max: 1, onnotice: () => {} });
  try {
    const clones = await sql<{ datname: string }[]>`
      select datname from pg_database where starts_with(datname, ${`officina_test_${run}_`})`;
    for (const { datname } of clones) await sql.unsafe(`drop database if exists "${datname}" with (force)`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
