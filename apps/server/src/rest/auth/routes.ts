import { OAUTH_PROVIDERS } from '@officina/contracts/oauth';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { SessionStore } from '../../domains/identity/session-store.ts';
import { signOut } from '../../domains/identity/sign-out.ts';
import type { Env } from '../../http/environment.ts';
import { limitBody } from '../../http/limit-body.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Services } from '../../kernel/services.ts';
import { askForLink, openLink, useDemoAccount, useLink, usePassword } from './callbacks.ts';
import { type AuthParts, Door } from './door.ts';
import { formTokens } from './form-token.ts';
import { beginAt, endAt, endPosted } from './oauth.ts';
import { isForm, type Posted, readPosted } from './posted.ts';
import { printProviders, providersOf } from './providers.ts';

const KILOBYTE = 1024;
const PER_WINDOW = 20;
const WINDOW_SECONDS = 600;

/** Attempts to sign in from one address, however they are made. */
const countAttempts: MiddlewareHandler<Env> = async (c, next) => {
  const { services, ip, now } = c.get('ctx');
  const bucket = `auth:${ip ?? 'local'}`;
  const state = await services.attempts.hit(bucket, PER_WINDOW, WINDOW_SECONDS, now);
  if (state.allowed) return next();
  const wait = (state.resetAt.epochMilliseconds - now.epochMilliseconds) / 1000;
  c.header('retry-after', String(Math.max(1, Math.ceil(wait))));
  return c.json({ ok: false }, 429);
};

const foreign = (c: Context<Env>) => c.json({ error: 'Forbidden' }, 403);
const ownPagesOnly: MiddlewareHandler<Env> = async (c, next) =>
  c.get('foreignOrigin') ? foreign(c) : next();

const unknown = (c: Context<Env>) => c.text('This action is not supported.', 400);

/** A page of the web app with what it is told of the request's query. */
function page(door: Door, path: string): Response {
  const { callbackUrl, error } = door.c.req.query();
  const back = door.page(callbackUrl);
  const query = new URLSearchParams({
    ...(back && { callbackUrl: back }),
    ...(error && { error }),
  }).toString();
  return door.to(query ? `${path}?${query}` : path);
}

type Handler = (door: Door, posted: Posted) => Promise<Response> | Response;
const toSignIn: Handler = (door, posted) => door.to(door.at('/signin'), posted);

const POSTS: Record<'signin' | 'callback', Record<string, Handler>> = {
  signin: {
    email: askForLink,
    credentials: toSignIn,
    'dev-login': toSignIn,
    google: beginAt('google'),
    github: beginAt('github'),
  },
  callback: { email: useLink, credentials: usePassword, 'dev-login': useDemoAccount },
};

async function leave(door: Door, posted: Posted): Promise<Response> {
  if (!door.parts.tokens.matches(door.cookies, posted.text('csrfToken')))
    return door.to(door.at('/signout?csrf=true'), posted);
  await signOut(door.ctx, {});
  door.leave();
  return door.to(door.page(posted.text('callbackUrl')) ?? '/login', posted);
}

/**
 * The sign-in protocol of two contracts (NextAuth's): answers that are a redirect or JSON as the caller likes, forms
 * guarded by a token and its cookie. It stands before the tables of rows: what it does not claim goes on to them.
 * Source: portal specification §3.1.
 */
export function authRoutes(
  api: Hono<Env>,
  { sessions, services }: { sessions: SessionStore; services: Services },
): void {
  const { publicUrl, demo } = services.config;
  const tokens = formTokens(services.keyFor('form tokens'), publicUrl.startsWith('https:'));
  const parts: AuthParts = { sessions, tokens, publicUrl, demo };
  const providers = providersOf(demo, services.oauth);
  const known = (id: string) => providers.some((provider) => provider.id === id);
  const limit = limitBody(64 * KILOBYTE);
  const get = (path: string, answer: (door: Door) => Promise<Response> | Response) =>
    api.get(`/auth${path}`, (c) => answer(new Door(c, parts)));

  api.use('/auth/*', async (c, next) => {
    c.header('cache-control', 'no-store');
    await next();
  });
  get('/providers', (door) => door.c.json(printProviders(providers, publicUrl)));
  get('/csrf', (door) => door.c.json({ csrfToken: door.giveToken() }));
  get('/signin', (door) => page(door, '/login'));
  get('/signout', (door) => page(door, '/sign-out'));
  get('/error', (door) => page(door, '/login'));
  // A mailed link only shows a page: what looks at links must not use them up.
  get('/verify-email', (door) =>
    door.to(`/verify-email?${new URLSearchParams({ token: door.c.req.query('token') ?? '' })}`),
  );
  get('/verify-request', (door) => page(door, '/login/check-mail'));
  get('/signin/:provider', (door) =>
    known(door.c.req.param('provider') ?? '') ? page(door, '/login') : unknown(door.c),
  );
  api.get('/auth/callback/email', async (c, next) => (c.req.method === 'HEAD' ? c.body(null) : next()));
  api.get('/auth/callback/email', countAttempts, (c) => {
    const door = new Door(c, parts);
    return answered(door, () => openLink(door));
  });

  api.post('/auth/signin', async (c, next) =>
    isForm(c.req.header('content-type')) ? page(new Door(c, parts), '/login') : next(),
  );
  api.post('/auth/signout', limit, async (c, next) => {
    const posted = await readPosted(c);
    if (!posted.has('csrfToken') && !isForm(c.req.header('content-type'))) return next();
    if (c.get('foreignOrigin')) return foreign(c);
    return leave(new Door(c, parts), posted);
  });
  for (const provider of OAUTH_PROVIDERS.filter(known)) {
    api.get(`/auth/callback/${provider}`, countAttempts, (c) => {
      const door = new Door(c, parts);
      return answered(door, () => endAt(door, provider));
    });
    api.post(`/auth/callback/${provider}`, limit, async (c) =>
      endPosted(new Door(c, parts), await readPosted(c), provider),
    );
  }
  for (const action of ['signin', 'callback'] as const) {
    api.post(`/auth/${action}/:provider`, countAttempts, ownPagesOnly, limit, async (c) => {
      const provider = c.req.param('provider');
      const handle = known(provider) ? POSTS[action][provider] : undefined;
      if (!handle) return unknown(c);
      const posted = await readPosted(c);
      const door = new Door(c, parts);
      if (!tokens.matches(door.cookies, posted.text('csrfToken')))
        return door.to(door.at('/signin?csrf=true'), posted);
      return answered(door, () => handle(door, posted), posted);
    });
  }
}

/** Too many wrong passwords, and a firm that wants its own provider, are told in the words of this protocol. */
async function answered(
  door: Door,
  handle: () => Promise<Response> | Response,
  posted?: Posted,
): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    const code = error instanceof AppError && error.code;
    if (code === 'RATE_LIMIT_EXCEEDED') return door.c.json({ ok: false }, 429);
    if (code !== 'SSO_REQUIRED') throw error;
    return door.to(door.at(`/error?error=${code}`), { json: posted?.json, refused: true });
  }
}

/** Paths under /api/auth of which other contracts say more. */
const OTHERS = /^\/api\/auth\/(signup|verify-email|passkeys|sso|permissions)(\/|$)/;

/** Under /api/auth, what no contract knows; to be bound behind all rows. */
export function unknownAuthRoutes(api: Hono<Env>): void {
  api.all('/auth/*', (c, next) => (OTHERS.test(c.req.path) ? next() : unknown(c)));
}
