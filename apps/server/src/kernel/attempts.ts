import type { Db, Executor } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import { isoOf } from './clock.ts';
import { AppError } from './errors.ts';
import { rawStatement } from './statement.ts';

export interface AttemptState {
  allowed: boolean;
  limit: number;
  remaining: number;
  resetAt: Temporal.Instant;
}

/** Counts attempts in fixed windows that all processes share through the database. */
export interface AttemptLimiter {
  /**
   * Adds a hit; `allowed` is false once the window holds more than `limit`. Given the operation's transaction,
   * the hit counts only if that one commits, and hits on one bucket wait for each other.
   */
  hit(
    bucket: string,
    limit: number,
    windowSeconds: number,
    now: Temporal.Instant,
    tx?: Executor,
  ): Promise<AttemptState>;
  /** Whether a further hit would still be allowed, without adding one. */
  peek(bucket: string, limit: number, windowSeconds: number, now: Temporal.Instant): Promise<AttemptState>;
}

const window = { bucket: sql.placeholder('bucket'), start: sql.placeholder('start') };

const addHit = rawStatement<{ hits: number }>(sql`insert into rate_limits as r (bucket, window_start, hits)
  values (${window.bucket}, ${window.start}, 1)
  on conflict (bucket, window_start) do update set hits = r.hits + 1 returning hits`);

const readHits = rawStatement<{ hits: number }>(sql`select hits from rate_limits
  where bucket = ${window.bucket} and window_start = ${window.start}`);

/** The window's start and its end, which is when the count begins anew. */
function windowOf(now: Temporal.Instant, seconds: number) {
  const length = seconds * 1000;
  const start = Math.floor(now.epochMilliseconds / length) * length;
  return { start, resetAt: Temporal.Instant.fromEpochMilliseconds(start + length) };
}

export function databaseAttempts(db: Db): AttemptLimiter {
  return {
    async hit(bucket, limit, seconds, now, tx = db) {
      const { start, resetAt } = windowOf(now, seconds);
      const [row] = await addHit(tx, { bucket, start: isoOf(new Date(start)) });
      const hits = row?.hits ?? 1;
      return { allowed: hits <= limit, limit, remaining: Math.max(0, limit - hits), resetAt };
    },
    async peek(bucket, limit, seconds, now) {
      const { start, resetAt } = windowOf(now, seconds);
      const [row] = await readHits(db, { bucket, start: isoOf(new Date(start)) });
      const hits = row?.hits ?? 0;
      return { allowed: hits < limit, limit, remaining: Math.max(0, limit - hits), resetAt };
    },
  };
}

/** With `RATE_LIMIT=off`: nothing is counted and nothing refused. */
export const unlimitedAttempts: AttemptLimiter = {
  hit: async (_, limit, seconds, now) => idle(limit, seconds, now),
  peek: async (_, limit, seconds, now) => idle(limit, seconds, now),
};

const idle = (limit: number, seconds: number, now: Temporal.Instant): AttemptState => ({
  allowed: true,
  limit,
  remaining: limit - 1,
  resetAt: windowOf(now, seconds).resetAt,
});

/** What the caller is told beyond the limit; `reset_at` is the end of the window, ISO in UTC. */
export function tooManyAttempts({ limit, resetAt }: AttemptState): AppError {
  const reset = new Date(resetAt.epochMilliseconds).toISOString();
  return new AppError('RATE_LIMIT_EXCEEDED', undefined, { limit, reset_at: reset });
}
