import type { TRPCError } from '@trpc/server';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { SessionStore } from '../domains/identity/session-store.ts';
import { answerJson } from '../http/answer-json.ts';
import type { Env } from '../http/environment.ts';
import { readForm } from '../http/read-form.ts';
import { sendCookies } from '../http/send-cookies.ts';
import { AppError } from '../kernel/errors.ts';
import type { TrpcContext } from '../kernel/trpc.ts';
import { appRouter } from './app-router.ts';
import { answerPlainCalls, PLAIN_HEADERS } from './plain-calls.ts';
import { withUnreadForm } from './unread-form.ts';

/** The door of the web app. Host and origin are checked before any procedure of the batch runs. */
export function trpcHandler(sessions: SessionStore) {
  return async (c: Context<Env>): Promise<Response> => {
    const ctx = c.get('ctx');
    if (c.get('tenantMismatch')) return refuse(c, new AppError('TENANT_MISMATCH'));
    if (c.get('foreignOrigin')) return refuse(c, new AppError('ORIGIN_MISMATCH'));
    let opened: string | null = null;
    const door: TrpcContext = {
      ctx,
      sendSession: (token) => {
        opened = token;
      },
      readForm: (limits) => readForm(c.req.raw, limits, ctx.services.incomingFolder),
    };
    const onError = ({ error, path }: { error: TRPCError; path?: string }) => {
      if (error.code !== 'INTERNAL_SERVER_ERROR' || error.cause instanceof AppError) return;
      ctx.services.log.error(
        { err: error.cause ?? error, path, requestId: ctx.requestId },
        'unexpected error',
      );
    };
    const plain = await answerPlainCalls(c, door, onError);
    const cookiesOf = () => (opened ? sessions.cookies(opened) : c.get('renewedCookies'));
    if ('json' in plain) {
      const cookies = cookiesOf();
      if (!cookies.length) return answerJson(c, plain.json, plain.status, PLAIN_HEADERS);
      sendCookies(c, cookies);
      return c.body(plain.json, plain.status as ContentfulStatusCode, PLAIN_HEADERS);
    }
    const answer = await fetchRequestHandler({
      endpoint: '/trpc',
      req: withUnreadForm(plain.request),
      router: appRouter,
      createContext: () => door,
      onError,
    });
    // This response is not Hono's: what middleware has set with `c.header` is not in it.
    for (const cookie of cookiesOf()) answer.headers.append('set-cookie', cookie);
    return answer;
  };
}

function refuse(c: Context<Env>, error: AppError): Response {
  const data = {
    appCode: error.code,
    code: 'FORBIDDEN',
    httpStatus: 403,
    details: null,
    requestId: c.get('ctx').requestId,
  };
  return c.json({ error: { message: error.message, code: -32003, data } }, 403);
}
