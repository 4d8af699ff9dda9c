import type { MiddlewareHandler } from 'hono';

/** While the process stops, running requests finish; new ones on kept-alive connections are sent elsewhere. */
export function refuseWhileStopping(stopping: () => boolean): MiddlewareHandler {
  return (c, next) => {
    if (!stopping()) return next();
    c.header('connection', 'close');
    c.header('retry-after', '5');
    const refusal = { success: false, error: 'The server is restarting', code: 'SERVICE_UNAVAILABLE' };
    return Promise.resolve(c.json(refusal, 503));
  };
}
