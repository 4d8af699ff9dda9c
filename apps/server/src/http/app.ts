import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { RequestRecorder } from '../domains/identity/api-keys/request-recorder.ts';
import { AppError } from '../kernel/errors.ts';
import { authRoutes, unknownAuthRoutes } from '../rest/auth/routes.ts';
import { bindSurfaces, sendError } from '../rest/bind.ts';
import { openApiRoutes } from '../rest/openapi.ts';
import { referenceRoutes } from '../rest/reference.ts';
import { ssoRoutes } from '../rest/sso/routes.ts';
import { failuresOf, surfaces } from '../rest/surfaces.ts';
import { webhookRoutes } from '../rest/webhooks/stripe.ts';
import { trpcHandler } from '../trpc/handler.ts';
import { isForm } from '../trpc/unread-form.ts';
import { answerHeaders, entrance } from './entrance.ts';
import type { Env } from './environment.ts';
import { type HealthParts, healthRoutes } from './health.ts';
import { limitBody } from './limit-body.ts';
import { makePainter } from './painter.ts';
import { type Limits, rateLimit } from './rate-limit.ts';
import type { ContextParts } from './request-context.ts';
import { webRoutes } from './static.ts';

export interface AppParts extends ContextParts, HealthParts {
  checkResponses: boolean;
  keyLimits: Limits['keyLimits'];
  requests: RequestRecorder;
  /** Origins of browser programs that may call the paths of bearer tokens. */
  corsAllowedOrigins: string[];
  /** Hosted pages of the Stripe sandbox; null where payments are real or off. */
  sandboxPages: { path: string; serve: (request: Request) => Promise<Response> } | null;
  /** Folder of the built web app; null serves the doors alone (tests, development). */
  webRoot: string | null;
  /** Whether its pages come with a first picture. */
  firstPicture: boolean;
}

const MEGABYTE = 1024 * 1024;
const FORM = 16 * 1024;

const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('cache-control', 'no-store');
};

/** The whole HTTP application: middleware in their order, then the doors. */
export function createApp(parts: AppParts): Hono<Env> {
  const app = new Hono<Env>({ strict: false });
  app.use(answerHeaders(parts.services.config.production));
  app.route('/', healthRoutes(parts));
  app.use(entrance(parts));

  const api = new Hono<Env>({ strict: false });
  // Who is asked for, and what they pay, is nothing for caches.
  for (const path of ['/auth/*', '/payments/*']) api.use(path, noStore);
  if (parts.corsAllowedOrigins.length) api.use('/v1/*', cors({ origin: parts.corsAllowedOrigins }));
  // Before the limits: a provider's storm of signed events comes from few addresses.
  webhookRoutes(api, limitBody(MEGABYTE));
  api.use(rateLimit({ attempts: parts.services.attempts, keyLimits: parts.keyLimits }));
  authRoutes(api, parts);
  ssoRoutes(api, parts);
  bindSurfaces(api, surfaces, parts);
  unknownAuthRoutes(api);
  openApiRoutes(api, surfaces);
  referenceRoutes(api, surfaces);
  api.all('*', () => {
    throw new AppError('NOT_FOUND');
  });
  app.route('/api', api);

  // Imports and pictures come through here, so more than a form's worth is allowed.
  app.use(
    '/trpc/*',
    limitBody(8 * MEGABYTE, (request) => isForm(request.header('content-type'))),
  );
  app.all('/trpc/*', trpcHandler(parts.sessions));
  app.all('/:path{health|info}', (c) => {
    c.header('allow', 'GET, HEAD');
    throw new AppError('METHOD_NOT_ALLOWED');
  });
  if (parts.sandboxPages) {
    const { path, serve } = parts.sandboxPages;
    app.use(`${path}/*`, limitBody(FORM));
    app.mount(path, serve);
  }
  if (parts.webRoot) {
    const { config, log } = parts.services;
    const paint = parts.firstPicture ? makePainter(parts.webRoot, log) : null;
    app.route('/', webRoutes(parts.webRoot, paint, config.demo));
  }
  // Here alone: an application with a handler of its own, mounted in another, costs a chain for each of its steps.
  app.onError((error, c) => sendError(c, failuresOf(c.req.path, c.req.header('authorization')), error));
  return app;
}
