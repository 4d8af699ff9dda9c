import type { Db } from '@officina/db/client';
import { sql } from 'drizzle-orm';
import { rawStatement } from './statement.ts';

export interface AttemptState {
  allowed: boolean;
  limit: number;
  remaining: number;
  resetAt: Temporal.Instant;
}

/** Counts attempts in fixed windows that all processes share through the database. */
export interface AttemptLimiter {
  /** Adds a hit; `allowed` is false once the window holds more than `limit`. */
  hit(bucket: string, limit: number, windowSeconds: number, now: Temporal.Instant): Promise<AttemptState>;
  /** Whether a further hit would still be allowed, without adding one. */
  peek(bucket: string, limit: number, windowSeconds: number, now: Temporal.Instant): Promise<AttemptState>;
}

const window = { bucket: sql.placeholder('bucket'), start: sql.placeholder('start') };

const addHit = rawStatement<{ hits: number }>(sql`insert into rate_limits as r (bucket, window_start, hits)
  values (${window.bucket}, ${window.start}, 1)
  on conflict (bucket, window_start) do update set hits = r.hits + 1 returning hits`);

const readHits = rawStatement<{ hits: number }>(sql`select hits from rate_limits
  where bucket = ${window.bucket} and window_start = ${window.start}`);

function windowOf(now: Temporal.Instant, seconds: number) {
  const length = seconds * 1000;
  const start = Math.floor(now.epochMilliseconds / length) * length;
  return {
    start: new Date(start).toISOString(),
    resetAt: Temporal.Instant.fromEpochMilliseconds(start + length),
  };
}

export function databaseAttempts(db: Db): AttemptLimiter {
  return {
    async hit(bucket, limit, seconds, now) {
      const { start, resetAt } = windowOf(now, seconds);
      const [row] = await addHit(db, { bucket, start });
      const hits = row?.hits ?? 1;
      return { allowed: hits <= limit, limit, remaining: Math.max(0, limit - hits), resetAt };
    },
    async peek(bucket, limit, seconds, now) {
      const { start, resetAt } = windowOf(now, seconds);
      const [row] = await readHits(db, { bucket, start });
      const hits = row?.hits ?? 0;
      return { allowed: hits < limit, limit, remaining: Math.max(0, limit - hits), resetAt };
    },
  };
}
