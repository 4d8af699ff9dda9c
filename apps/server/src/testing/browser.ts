import type { Composed } from '../compose.ts';
import { CookieJar } from './cookie-jar.ts';
import { answerOf, type HttpAnswer } from './harness.ts';

/** The answer of a tRPC procedure: data, or what its error carries. */
export interface RpcAnswer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are asserted field by field.
  data: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  error: any;
  headers: Headers;
}

export interface Browser {
  /** What it would send as its cookie; null without one. Set it to act with a stolen copy. */
  cookie: string | null;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<HttpAnswer>;
  query(procedure: string, input?: unknown): Promise<RpcAnswer>;
  mutate(procedure: string, input?: unknown): Promise<RpcAnswer>;
  signIn(email: string, password?: string): Promise<HttpAnswer>;
}

export const PASSWORD = 'SecurePassword123!';
let addresses = 0;

/** A client that keeps the cookies it is given, from an address of its own. */
export function browser({ app }: Pick<Composed, 'app'>, host = 'localhost:3000', ip?: string): Browser {
  const address = ip ?? `10.0.${(++addresses >> 8) & 255}.${addresses & 255}`;
  const socket = { remoteAddress: address, remotePort: 1, remoteFamily: 'IPv4' };
  const jar = new CookieJar();
  const self: Browser = {
    get cookie() {
      return jar.header;
    },
    set cookie(header) {
      jar.header = header;
    },
    async call(method, path, body, headers = {}) {
      const raw = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
      const response = await app.request(
        `http://${host}${path}`,
        {
          method,
          headers: {
            host,
            ...(raw !== undefined && { 'content-type': 'application/json' }),
            ...(self.cookie && { cookie: self.cookie }),
            ...headers,
          },
          body: raw,
        },
        { incoming: { socket } },
      );
      jar.take(response.headers.getSetCookie());
      return answerOf(response);
    },
    async query(procedure, input = {}) {
      const path = `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
      return rpcAnswer(await self.call('GET', path));
    },
    async mutate(procedure, input = {}) {
      return rpcAnswer(await self.call('POST', `/trpc/${procedure}`, input));
    },
    signIn: (email, password = PASSWORD) => self.call('POST', '/api/auth/signin', { email, password }),
  };
  return self;
}

const rpcAnswer = ({ status, body, headers }: HttpAnswer): RpcAnswer => ({
  status,
  data: body.result?.data,
  error: body.error && { message: body.error.message, ...body.error.data },
  headers,
});
