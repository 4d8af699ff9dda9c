import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Env } from './environment.ts';

/** One structured line per request: never a body, a query string, a cookie or a token. */
export function logRequest(log: Logger, c: Context<Env>, ms: number): void {
  if (!log.isLevelEnabled('info')) return;
  const { requestId, tenant, actor } = c.get('ctx');
  log.info(
    {
      requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms,
      tenant: tenant.subdomain || undefined,
      user: actor.kind === 'user' ? actor.id : undefined,
    },
    'request',
  );
}
