import type { Context } from 'hono';
import { newId } from '../kernel/ids.ts';
import type { Env } from './environment.ts';

/** Names a request, and so its answer. Ids of a proxy are kept when they look like ids, so that logs of both can be joined. */
export function nameRequest(c: Context<Env>): void {
  const given = c.req.header('x-request-id');
  const id = given && /^[\w.-]{1,128}$/.test(given) ? given : newId();
  c.set('requestId', id);
}
