import type { HonoRequest, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AppError } from '../kernel/errors.ts';

/**
 * Refuses bodies above `maxSize` bytes with PAYLOAD_TOO_LARGE. A declared length is judged by its header alone; looking
 * at the body for that would turn every request into a web stream first. Undeclared lengths are counted as they come.
 * `except` tells requests whose bodies are bounded by who reads them.
 */
export function limitBody(
  maxSize: number,
  except: (request: HonoRequest) => boolean = () => false,
): MiddlewareHandler {
  const refuse = (): never => {
    throw new AppError('PAYLOAD_TOO_LARGE');
  };
  const counted = bodyLimit({ maxSize, onError: refuse });
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    // Whoever has read it before us has bounded it.
    if (except(c.req) || c.req.raw.bodyUsed) return next();
    const length = c.req.header('content-length');
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next);
    // The HTTP parser delivers exactly the bytes declared.
    return Number(length) > maxSize ? refuse() : next();
  };
}
