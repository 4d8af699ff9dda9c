import type { MiddlewareHandler } from 'hono';
import type { RequestRecorder } from '../domains/identity/api-keys/request-recorder.ts';
import { sendElsewhere } from './drain.ts';
import type { Env } from './environment.ts';
import { recordRequest } from './record-requests.ts';
import { type ContextParts, recogniser } from './request-context.ts';
import { nameRequest } from './request-id.ts';
import { logRequest } from './request-log.ts';
import { commonHeaders, dress } from './security-headers.ts';

/** What stands on every answer, of whichever door. */
export function answerHeaders(production: boolean): MiddlewareHandler<Env> {
  const common = commonHeaders(production);
  return async (c, next) => {
    nameRequest(c);
    c.set('answerHeaders', { 'x-request-id': c.get('requestId'), ...common });
    await next();
    if (!c.get('complete')) dress(c.res.headers, c.get('answerHeaders'));
  };
}

interface EntranceParts extends ContextParts {
  stopping: () => boolean;
  requests: RequestRecorder;
}

/** The way to and from every door, as one middleware: each of a chain costs time that every request would pay. */
export function entrance(parts: EntranceParts): MiddlewareHandler<Env> {
  const recognise = recogniser(parts);
  return async (c, next) => {
    if (parts.stopping()) return sendElsewhere(c);
    await recognise(c);
    const arrived = performance.now();
    await next();
    const ms = Math.round(performance.now() - arrived);
    logRequest(parts.services.log, c, ms);
    recordRequest(parts.requests, c, ms);
  };
}
