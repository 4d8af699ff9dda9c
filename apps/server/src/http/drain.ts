import type { MiddlewareHandler } from 'hono';

/** While the process stops, running requests finish; new ones on kept-alive connections are sent elsewhere. */
export function refuseWhileStopping(stopping: () => boolean): MiddlewareHandler {
  return async (c, next) => {
    if (!stopping()) return next();
    c.header('connection', 'close');
    c.header('retry-after', '5');
    return c.json({ success: false, error: 'The server is restarting', code: 'SERVICE_UNAVAILABLE' }, 503);
  };
}
