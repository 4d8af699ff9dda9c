import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createClient } from '@officina/db/client';
import { testDatabaseUrl } from '@officina/db/test-database';
import { DrizzleQueryError } from 'drizzle-orm';
import { runMigrations } from 'graphile-worker';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loggedError } from '../kernel/logged-error.ts';
import { holdLease, leaseWatch } from './lease.ts';
import { startWorker } from './worker.ts';

/** A database that can be taken away while others work on. */
const name = `worker_${randomBytes(4).toString('hex')}`;
const admin = createClient(await testDatabaseUrl(), { max: 1 }).sql;
const databaseUrl = Object.assign(new URL(await testDatabaseUrl()), { pathname: `/${name}` }).href;
const { sql, close } = createClient(databaseUrl, { max: 1 });

beforeAll(async () => {
  await admin.unsafe(`create database ${name}`);
  await runMigrations({ connectionString: databaseUrl });
});
/** The jobs that a test has queued; the minute may bring scheduled ones besides. */
const queued = () =>
  sql<{ id: string }[]>`select id from graphile_worker.jobs where task_identifier = 'deliver-webhook'`;
const takenBy = (pool: string) => sql`
  update graphile_worker._private_jobs set locked_by = ${pool}, locked_at = now()
  where id in (select id from graphile_worker.jobs where task_identifier = 'deliver-webhook')`;

/** A worker does what was queued, to the last job. */
async function expectTakenUp(options: { alone?: true; watchEveryMs?: number }) {
  const done = Promise.withResolvers<void>();
  const worker = await startWorker({
    databaseUrl,
    sql,
    log: pino({ level: 'silent' }),
    ...options,
    async contextFor(job) {
      if (job === 'deliver-webhook') done.resolve();
      return null;
    },
  });
  await done.promise;
  await worker.stop();
  expect(await queued()).toEqual([]);
}

afterAll(async () => {
  await close();
  await admin.unsafe(`drop database ${name} with (force)`);
  await admin.end();
});

async function takeDatabaseAway() {
  await admin.unsafe(`alter database ${name} allow_connections false`);
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
}

it('the worker outlives its database and does again what it could not end', async () => {
  const lost = Promise.withResolvers<void>();
  const log = pino(
    { level: 'warn' },
    { write: (line: string) => line.includes('lost its database') && lost.resolve() },
  );
  const again = Promise.withResolvers<void>();
  let runs = 0;
  const worker = await startWorker({
    databaseUrl,
    sql,
    log,
    async contextFor(job) {
      if (job !== 'deliver-webhook') return null;
      runs += 1;
      if (runs > 1) again.resolve();
      else await takeDatabaseAway();
      return null;
    },
  });
  await sql`select graphile_worker.add_job('deliver-webhook', '{"tenantId": "none"}')`;
  await lost.promise;
  await admin.unsafe(`alter database ${name} allow_connections true`);
  await again.promise;
  await worker.stop();
  expect(runs).toBe(2);
  expect(await queued()).toEqual([]);
});

it('alone on its database, the worker takes up at once what a killed one had taken', async () => {
  await sql`select graphile_worker.add_job('deliver-webhook', '{"tenantId": "none"}')`;
  await takenBy('killed');
  await expectTakenUp({ alone: true });
});

it('a worker takes up what a killed process had taken, and nothing of a living one', async () => {
  await sql`select graphile_worker.add_job('deliver-webhook', '{"tenantId": "none"}')`;
  const hung = spawn(process.execPath, [join(import.meta.dirname, '../testing/hung-worker.ts'), databaseUrl]);
  await once(hung.stdout, 'data');
  const look = leaseWatch(sql);
  for (let i = 0; i < 3; i++) await look();
  expect(
    await sql`select id from graphile_worker.jobs where locked_by is null and task_identifier = 'deliver-webhook'`,
  ).toEqual([]);

  hung.kill('SIGKILL');
  await expectTakenUp({ watchEveryMs: 20 });
}, 60_000);

it('a lease whose connection is lost is taken again before its jobs are given back', async () => {
  await sql`select graphile_worker.add_job('deliver-webhook', '{"tenantId": "none"}')`;
  await takenBy('busy');
  const taken = () => sql`select id from graphile_worker._private_jobs where locked_by = 'busy'`;
  const lease = holdLease(databaseUrl, 'busy', pino({ level: 'silent' }));
  await lease.held;
  const look = leaseWatch(sql);
  const holders = () =>
    sql<{ pid: number }[]>`select pid from pg_locks where locktype = 'advisory' and granted
    and classid::bigint << 32 | objid::bigint = hashtextextended('worker busy', 0)`;
  const [before] = await holders();
  await sql`select pg_terminate_backend(${before?.pid ?? 0}, 5000)`;
  await look();
  while (!(await holders()).length) await new Promise(setImmediate);
  for (let i = 0; i < 3; i++) await look();
  expect(await taken()).toHaveLength(1);
  await lease.release();
  while ((await holders()).length) await new Promise(setImmediate);
  await look();
  expect(await taken()).toHaveLength(1);
  await look();
  expect(await taken()).toEqual([]);
  await sql`delete from graphile_worker._private_jobs`;
});

it('the log says which job failed and why, without the values that it was about', async () => {
  const { promise: logged, resolve } = Promise.withResolvers<string>();
  const worker = await startWorker({
    databaseUrl,
    sql,
    log: pino(
      { level: 'error', serializers: { err: loggedError } },
      { write: (line: string) => line.includes('Failed task') && resolve(line) },
    ),
    async contextFor(job) {
      if (job === 'deliver-webhook')
        throw new DrizzleQueryError('select $1', ['hunter2'], new Error('refused'));
      return null;
    },
  });
  await sql`select graphile_worker.add_job('deliver-webhook', '{"tenantId": "none"}')`;
  const line = await logged;
  await worker.stop();
  expect(JSON.parse(line)).toMatchObject({
    msg: expect.stringContaining('deliver-webhook'),
    err: { message: 'Failed query: select $1', cause: { message: 'refused' } },
  });
  expect(line).not.toContain('hunter2');
});
