import type { Context } from 'hono';

/** While the process stops, running requests finish; new ones on kept-alive connections are sent elsewhere. */
export function sendElsewhere(c: Context): Response {
  c.header('connection', 'close');
  c.header('retry-after', '5');
  return c.json({ success: false, error: 'The server is restarting', code: 'SERVICE_UNAVAILABLE' }, 503);
}
