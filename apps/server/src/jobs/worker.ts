import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@officina/db/client';
import type { Runner, TaskList, WorkerEvents } from 'graphile-worker';
import { parseCronItems, run, Logger as WorkerLogger } from 'graphile-worker';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Ctx } from '../kernel/context.ts';
import { giveBackUnheld, holdLease, type Lease, leaseWatch } from './lease.ts';
import { scheduled, tasks } from './registry.ts';

export interface WorkerParts {
  databaseUrl: string;
  sql: Client['sql'];
  log: Logger;
  /** No other process is expected on this database: what was left by a killed one is given back at the start. */
  alone?: boolean;
  /** How often jobs of processes that are gone are looked for; what is found twice is given back. */
  watchEveryMs?: number;
  /** A system context in the tenant of a job, or outside any tenant for scheduled tasks. */
  contextFor(job: string, tenantId: string | null): Promise<Ctx | null>;
}

export interface Worker {
  /** Lets running jobs finish and takes no more. */
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const WATCH_EVERY_MS = 15_000;

/**
 * Starts the background worker. Several processes may run one: each job is taken by one of them. The library's runner
 * ends when the database goes away under it; it is started again for as long as that takes, and jobs that the lost one
 * had taken are given back at once instead of after hours; those of another process that is gone, half a minute later.
 * So a job may run twice.
 */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const stopped = new AbortController();
  const pool = openPool(parts);
  if (parts.alone) await giveBackUnheld(parts.sql);
  let current = await startRunner(parts, pool, stopped.signal);
  const supervise = async () => {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const err = await current.runner.promise.catch((reason: unknown) => reason);
      if (stopped.signal.aborted) return;
      parts.log.warn({ err }, 'the job worker lost its database; starting it again');
      try {
        await delay(pause, undefined, stopped);
        await releaseAll(current.leases);
        await giveBack(parts.sql, [...current.leases.keys()]);
        current = await startRunner(parts, pool, stopped.signal);
        pause = FIRST_PAUSE_MS;
      } catch (reason) {
        if (stopped.signal.aborted) return;
        parts.log.warn({ err: reason }, 'the job worker could not be started');
      }
    }
  };
  const supervised = supervise();
  // Not before our own leases are held, or we might take ourselves for gone.
  const watching = current.ready().then(() => watchLeases(parts, stopped.signal));
  return {
    async stop() {
      stopped.abort();
      // It may have ended by itself a moment ago.
      await current.runner.stop().catch(() => {});
      await Promise.all([supervised, watching]);
      await releaseAll(current.leases);
      await pool.end();
    },
  };
}

const releaseAll = (leases: ReadonlyMap<string, Lease>) =>
  Promise.all([...leases.values()].map((lease) => lease.release()));

async function watchLeases({ sql, log, watchEveryMs = WATCH_EVERY_MS }: WorkerParts, until: AbortSignal) {
  const look = leaseWatch(sql);
  while (await delay(watchEveryMs, true, { signal: until }).catch(() => false))
    await look().catch((err: unknown) => log.warn({ err }, 'abandoned jobs could not be looked for'));
}

/** Frees the jobs that these pools of workers had taken. */
async function giveBack(sql: Client['sql'], pools: string[]): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(${pools})`;
}

/** The runner's connections, on which errors are heard to the very end: one that nobody hears ends the process. */
function openPool({ databaseUrl, log }: WorkerParts): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, application_name: 'officina worker' });
  const tell = (err: Error) => log.warn({ err, worker: true }, 'a connection of the job worker was lost');
  return pool.on('error', tell).on('connect', (client) => client.on('error', tell));
}

async function startRunner(
  { databaseUrl, log, contextFor }: WorkerParts,
  pgPool: pg.Pool,
  stopped: AbortSignal,
) {
  const events: WorkerEvents = new EventEmitter();
  const leases = new Map<string, Lease>();
  events.on('pool:create', ({ workerPool: { id } }) => leases.set(id, holdLease(databaseUrl, id, log)));
  const stopping = new Promise<void>((resolve) => stopped.addEventListener('abort', () => resolve()));
  // No job begins before others can know that somebody is at it; nor does one that waits hold up the end.
  const ready = () => Promise.race([Promise.all([...leases.values()].map(({ held }) => held)), stopping]);
  const runner: Runner = await run({
    pgPool,
    events,
    noHandleSignals: true,
    taskList: taskListOf(log, contextFor, ready),
    parsedCronItems: parseCronItems(
      Object.entries(scheduled).map(([task, { cron }]) => ({ task, match: cron, identifier: task })),
    ),
    logger: new WorkerLogger(() => (level, message, { error: err } = {}) => {
      // The library's message repeats the error whole, with whatever values it holds.
      if (level === 'error') log.error({ worker: true, err }, message.replace(/ with error '.*/s, ''));
      else log.debug({ worker: true }, message);
    }),
    preset: {
      worker: {
        concurrentJobs: 2,
        pollInterval: 2000,
        // Told one by one, a job's end that cannot be written down would end the process.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  }).catch(async (error: unknown) => {
    await releaseAll(leases);
    throw error;
  });
  return { runner, leases, ready };
}

function taskListOf(
  log: Logger,
  contextFor: WorkerParts['contextFor'],
  ready: () => Promise<unknown>,
): TaskList {
  const list: TaskList = {};
  for (const [name, task] of Object.entries(tasks)) {
    list[name] = async (payload, { job: { attempts, max_attempts } }) => {
      await ready();
      const job = payload as Record<string, unknown> & { tenantId: string };
      const ctx = await contextFor(name, job.tenantId);
      if (ctx) await task(ctx, job, { attempt: attempts, last: attempts >= max_attempts });
      else log.warn({ job: name, tenant: job.tenantId }, 'job of a tenant that is gone');
    };
  }
  for (const [name, { run: task }] of Object.entries(scheduled)) {
    list[name] = async () => {
      await ready();
      const ctx = await contextFor(name, null);
      if (ctx) await task(ctx);
    };
  }
  return list;
}
