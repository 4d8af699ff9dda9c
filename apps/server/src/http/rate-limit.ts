import type { MiddlewareHandler } from 'hono';
import type { AttemptLimiter, AttemptState } from '../kernel/attempts.ts';
import { AppError } from '../kernel/errors.ts';
import type { Env } from './environment.ts';

export const REQUESTS_PER_MINUTE = 100;
const WINDOW_SECONDS = 60;

const headersOf = (state: AttemptState): Record<string, string> => ({
  'x-ratelimit-limit': String(state.limit),
  'x-ratelimit-remaining': String(state.remaining),
  'x-ratelimit-reset': String(Math.floor(state.resetAt.epochMilliseconds / 1000)),
});

/**
 * 100 requests a minute per address on the REST surfaces, counted in the database for all processes together.
 * Switched off, nothing is counted or refused, but the three headers are still sent.
 */
export function rateLimit(attempts: AttemptLimiter, enabled: boolean): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { ctx } = c.var;
    const bucket = `rest:${ctx.ip ?? 'local'}`;
    const state = enabled
      ? await attempts.hit(bucket, REQUESTS_PER_MINUTE, WINDOW_SECONDS, ctx.now)
      : idleState(ctx.now);
    for (const [name, value] of Object.entries(headersOf(state))) c.header(name, value);
    if (!state.allowed) {
      const resetAt = Math.floor(state.resetAt.epochMilliseconds / 1000);
      c.header('retry-after', String(Math.max(1, resetAt - Math.floor(ctx.now.epochMilliseconds / 1000))));
      throw new AppError('RATE_LIMIT_EXCEEDED', undefined, {
        limit: state.limit,
        reset_at: new Date(resetAt * 1000).toISOString(),
      });
    }
    await next();
  };
}

function idleState(now: Temporal.Instant): AttemptState {
  const window = WINDOW_SECONDS * 1000;
  const end = (Math.floor(now.epochMilliseconds / window) + 1) * window;
  const resetAt = Temporal.Instant.fromEpochMilliseconds(end);
  return { allowed: true, limit: REQUESTS_PER_MINUTE, remaining: REQUESTS_PER_MINUTE - 1, resetAt };
}
