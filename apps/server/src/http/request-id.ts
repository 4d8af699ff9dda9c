import type { MiddlewareHandler } from 'hono';
import { newId } from '../kernel/ids.ts';
import type { Env } from './environment.ts';

/** Names every request on its answer. Ids of a proxy are kept when they look like ids, so that logs of both can be joined. */
export const requestId: MiddlewareHandler<Env> = (c, next) => {
  const given = c.req.header('x-request-id');
  const id = given && /^[\w.-]{1,128}$/.test(given) ? given : newId();
  c.set('requestId', id);
  c.header('x-request-id', id);
  return next();
};
