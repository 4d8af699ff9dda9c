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

export interface Limits {
  attempts: AttemptLimiter;
  /** Requests of API keys are counted always, since their answers tell how many are left; refused only where enforced. */
  keyLimits: { attempts: AttemptLimiter; enforced: boolean };
}

/**
 * 100 requests a minute per address on the REST surfaces, or what its key says for a program, counted in the database
 * for all processes together.
 * The three headers are sent with every answer, also when limits are switched off.
 */
export function rateLimit({ attempts, keyLimits }: Limits): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { actor, ip, now } = c.get('ctx');
    const state =
      actor.kind === 'apiKey'
        ? await keyLimits.attempts.hit(`key:${actor.id}`, actor.rateLimit, WINDOW_SECONDS, now)
        : await attempts.hit(`rest:${ip ?? 'local'}`, REQUESTS_PER_MINUTE, WINDOW_SECONDS, now);
    Object.assign(c.get('answerHeaders'), headersOf(state));
    if (!state.allowed && (actor.kind !== 'apiKey' || keyLimits.enforced)) throw tooManyAttempts(state);
    await next();
  };
}
