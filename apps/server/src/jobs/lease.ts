import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@officina/db/client';
import pg from 'pg';
import type { Logger } from 'pino';

const FIRST_PAUSE_MS = 200;
/** Well under the time after which others give back what a pool without a lease has taken. */
const LONGEST_PAUSE_MS = 5000;

/** The lock of one pool of workers, by the name under which the library writes down what it has taken. */
const lockOf = (pool: string) => `hashtextextended('worker ' || ${pool}, 0)`;

/** Of a machine that vanished, PostgreSQL drops a connection after half a minute instead of hours. */
const NOTICE_SOON =
  'set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3';

export interface Lease {
  /** Settles when it is held for the first time. */
  held: Promise<void>;
  release(): Promise<void>;
}

/** Holds the lock until told or until the connection is lost, which throws. */
async function holdOnce(
  databaseUrl: string,
  pool: string,
  { held, until }: { held(): void; until: AbortSignal },
) {
  const connection = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'officina worker lease',
    keepAlive: true,
  });
  const over = Promise.withResolvers<void>();
  // Whoever does not wait any more need not hear of it.
  over.promise.catch(() => {});
  const end = () => over.resolve();
  until.addEventListener('abort', end);
  connection.on('error', over.reject).once('end', () => over.reject(new Error('The connection has ended')));
  try {
    await connection.connect();
    await connection.query(NOTICE_SOON);
    const taken = connection.query(`select pg_advisory_lock(${lockOf('$1')})`, [pool]).then(held);
    await Promise.race([taken, over.promise]);
    await over.promise;
  } finally {
    until.removeEventListener('abort', end);
    void connection.end().catch(() => {});
  }
}

/**
 * Tells other processes that a pool of workers is there: by a lock of a connection of its own, which PostgreSQL lets go of
 * however the process ends. Taken again at once when that connection alone is lost.
 */
export function holdLease(databaseUrl: string, pool: string, log: Logger): Lease {
  const released = new AbortController();
  const first = Promise.withResolvers<void>();
  let pause = FIRST_PAUSE_MS;
  const held = () => {
    pause = FIRST_PAUSE_MS;
    first.resolve();
  };
  const holding = (async () => {
    while (!released.signal.aborted) {
      await holdOnce(databaseUrl, pool, { held, until: released.signal }).catch((err: unknown) => {
        if (pause === FIRST_PAUSE_MS) log.warn({ err }, 'the job worker has no lease; taking it again');
      });
      await delay(pause, undefined, released).catch(() => {});
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  })();
  return {
    held: first.promise,
    async release() {
      released.abort();
      await holding;
    },
  };
}

/** Pools of workers that have taken jobs and hold no lease; until the statement's end nobody can take it. */
const unheld = (sql: Client['sql'], among: string[] | null) => sql<{ pool: string }[]>`
  select pool from (select distinct locked_by as pool from graphile_worker._private_jobs
    where ${among ? sql`locked_by = any(${among})` : sql`locked_by is not null`} offset 0) taken
  where pg_try_advisory_xact_lock(${sql.unsafe(lockOf('pool'))})`;

/** Gives back what was taken by pools that hold no lease: by all of them, or by some. */
export async function giveBackUnheld(sql: Client['sql'], among: string[] | null = null): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(array(${unheld(sql, among)}))`;
}

/**
 * A look at who has taken jobs without a lease. What it finds is given back by the next look: one that has only lost its
 * connection has taken its lease again by then.
 */
export function leaseWatch(sql: Client['sql']): () => Promise<void> {
  let suspects: string[] = [];
  return async () => {
    if (suspects.length) await giveBackUnheld(sql, suspects);
    suspects = (await unheld(sql, null)).map(({ pool }) => pool);
  };
}
