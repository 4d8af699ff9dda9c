import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { newId } from '../ids.ts';
import { invalid, StripeError } from '../stripe-error.ts';
import { API_VERSION, type World } from '../world.ts';
import { expanded } from './expand.ts';
import { parseForm } from './form.ts';
import type { IdempotencyKeys } from './idempotency.ts';
import { Params } from './params.ts';
import type { Route } from './route.ts';

interface ApiParts {
  world: World;
  keys: IdempotencyKeys;
  routes: readonly Route[];
  /** Called before each request: what has fallen due meanwhile happens first. */
  catchUp(): void;
}

/** Stripe's API under /v1: authentication, parameters, idempotency, expansion and errors around the routes. */
export function apiApp({ world, keys, routes, catchUp }: ApiParts): Hono {
  const app = new Hono();
  app.use('/v1/*', async (c, next) => {
    c.header('request-id', newId('req'));
    c.header('stripe-version', API_VERSION);
    if (!/^(Bearer|Basic) \S+/.test(c.req.header('authorization') ?? ''))
      throw new StripeError(401, {
        type: 'invalid_request_error',
        message: 'You did not provide an API key.',
      });
    await next();
  });
  for (const route of routes) {
    app.on(route.method, `/v1${route.path}`, async (c) => {
      const text = route.method === 'POST' ? await c.req.text() : new URL(c.req.url).search.slice(1);
      const key = route.method === 'POST' ? (c.req.header('idempotency-key') ?? null) : null;
      const request = `${c.req.method} ${c.req.path}\n${text}`;
      const before = key === null ? null : keys.find(key, request);
      if (before) {
        c.header('idempotent-replayed', 'true');
        return send(before.status, before.body);
      }
      catchUp();
      const answer = carryOut(world, route, { path: c.req.path, id: c.req.param('id') ?? '', text, key });
      // Refused parameters leave nothing behind: the same key may come again with better ones.
      if (key !== null && (answer.status === 200 || answer.status === 402))
        keys.keep(key, request, answer.status, answer.body);
      return send(answer.status, answer.body);

      function send(status: number, body: string) {
        if (key !== null) c.header('idempotency-key', key);
        return c.body(body, status as ContentfulStatusCode, { 'content-type': 'application/json' });
      }
    });
  }
  app.all('*', (c) => {
    const message = `The sandbox does not implement ${c.req.method} ${c.req.path}.`;
    return c.json({ error: { type: 'api_error', code: 'not_implemented', message } }, 501);
  });
  app.onError((error, c) => {
    const known = error instanceof StripeError ? error : unexpected(error);
    return c.json({ error: known.body }, known.status as ContentfulStatusCode);
  });
  return app;
}

const unexpected = (error: Error): StripeError => {
  console.error('stripe sandbox:', error);
  return new StripeError(500, { type: 'api_error', message: 'The sandbox failed.' });
};

interface Asked {
  path: string;
  id: string;
  text: string;
  key: string | null;
}

function carryOut(
  world: World,
  route: Route,
  { path, id, text, key }: Asked,
): { status: number; body: string } {
  try {
    const params = new Params(parseForm(text));
    for (const name of params.names) {
      if (name !== 'expand' && !route.takes.includes(name))
        throw invalid(`Received unknown parameter: ${name}`, name, 'parameter_unknown');
    }
    const run = () => route.run({ world, id, params, path });
    const object = world.during({ id: newId('req'), idempotency_key: key }, run);
    return { status: 200, body: JSON.stringify(expanded(object, expansionsOf(params, object), world.store)) };
  } catch (error) {
    const known = error instanceof StripeError ? error : unexpected(error as Error);
    return { status: known.status, body: JSON.stringify({ error: known.body }) };
  }
}

/** Paths into the answer; of a list they begin with `data.`, which our lists hold as an array. */
function expansionsOf(params: Params, object: object): string[] {
  const paths = params.texts('expand');
  if (!('object' in object) || object.object !== 'list') return paths;
  for (const path of paths) {
    if (!path.startsWith('data.')) throw invalid(`This property cannot be expanded (${path}).`, 'expand');
  }
  return paths;
}
