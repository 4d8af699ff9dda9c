import type { MiddlewareHandler } from 'hono';
import type { RequestRecorder } from '../domains/identity/api-keys/request-recorder.ts';
import type { Env } from './environment.ts';

/** Writes the calls of API keys into their log: never a body, a query string or a header. */
export function recordRequests(recorder: RequestRecorder): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { actor, tenant, now, requestId } = c.get('ctx');
    if (actor.kind !== 'apiKey') return next();
    const started = performance.now();
    await next();
    recorder.add({
      tenantId: tenant.id,
      keyId: actor.id,
      at: new Date(now.epochMilliseconds),
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      durationMs: Math.round(performance.now() - started),
      requestId,
    });
  };
}
