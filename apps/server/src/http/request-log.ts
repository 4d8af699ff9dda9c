import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { Env } from './environment.ts';

/** One structured line per request: never a body, a query string, a cookie or a token. */
export function requestLog(log: Logger): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!log.isLevelEnabled('info')) return next();
    const started = performance.now();
    await next();
    const ctx = c.get('ctx');
    log.info(
      {
        requestId: ctx.requestId,
        method: c.req.method,
        path: c.req.path,
        status: c.res.status,
        ms: Math.round(performance.now() - started),
        tenant: ctx.tenant.subdomain || undefined,
        user: ctx.actor.kind === 'user' ? ctx.actor.id : undefined,
      },
      'request',
    );
  };
}
