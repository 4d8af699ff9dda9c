import type { MiddlewareHandler } from 'hono';
import { type AttemptLimiter, type AttemptState, tooManyAttempts } from '../kernel/attempts.ts';
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
 * The three headers are sent with every answer, also when limits are switched off.
 */
export function rateLimit(attempts: AttemptLimiter): MiddlewareHandler<Env> {
  return async (c, next) => {
    const ctx = c.get('ctx');
    const bucket = `rest:${ctx.ip ?? 'local'}`;
    const state = await attempts.hit(bucket, REQUESTS_PER_MINUTE, WINDOW_SECONDS, ctx.now);
    for (const [name, value] of Object.entries(headersOf(state))) c.header(name, value);
    if (!state.allowed) throw tooManyAttempts(state);
    await next();
  };
}
