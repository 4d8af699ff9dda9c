import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Context } from 'hono';
import type { SessionStore } from '../domains/identity/session-store.ts';
import type { Env } from '../http/environment.ts';
import { AppError } from '../kernel/errors.ts';
import { appRouter } from './app-router.ts';

/** The door of the web app. Host and origin are checked before any procedure of the batch runs. */
export function trpcHandler(sessions: SessionStore) {
  return async (c: Context<Env>): Promise<Response> => {
    const { ctx } = c.var;
    if (c.var.tenantMismatch) return refuse(c, new AppError('TENANT_MISMATCH'));
    if (c.var.foreignOrigin) return refuse(c, new AppError('ORIGIN_MISMATCH'));
    let opened: string | null = null;
    const answer = await fetchRequestHandler({
      endpoint: '/trpc',
      req: c.req.raw,
      router: appRouter,
      createContext: () => ({
        ctx,
        sendSession: (token) => {
          opened = token;
        },
      }),
      onError({ error, path }) {
        if (error.code !== 'INTERNAL_SERVER_ERROR' || error.cause instanceof AppError) return;
        ctx.services.log.error(
          { err: error.cause ?? error, path, requestId: ctx.requestId },
          'unexpected error',
        );
      },
    });
    // This response is not Hono's: what middleware has set with `c.header` is not in it.
    answer.headers.set('x-request-id', ctx.requestId);
    const cookie = opened ? sessions.cookie(opened) : c.var.renewedCookie;
    if (cookie) answer.headers.set('set-cookie', cookie);
    return answer;
  };
}

function refuse(c: Context<Env>, error: AppError): Response {
  const data = {
    appCode: error.code,
    code: 'FORBIDDEN',
    httpStatus: 403,
    details: null,
    requestId: c.var.ctx.requestId,
  };
  return c.json({ error: { message: error.message, code: -32003, data } }, 403);
}
