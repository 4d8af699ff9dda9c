import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unique } from '@officina/db/factories';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, httpClient, type World } from '../../testing/harness.ts';
import { createProvider } from './providers.ts';

let world: World;
let idpId: string;
let server: Server;
let issuer: string;
const domain = `${unique('oidc')}.test`;
const redirectUri = 'http://localhost:3000/api/auth/sso/callback/oidc';

beforeAll(async () => {
  world = await createWorld();
  // The provider goes by the machine's clock.
  world.server.clock.set(new Date().toISOString());
  const { createServer } = await import('node:http');
  server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'officina', client_secret: 'the client secret', redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        email: `${sub}@${domain}`,
        email_verified: sub !== 'unproved',
        name: 'Ada L.',
        groups: ['bosses'],
      }),
    }),
  });
  server.on('request', provider.callback());
  const made = await createProvider(world.ctx, {
    name: 'Corp',
    kind: 'oidc',
    status: 'active',
    domains: [domain],
    groupMapping: [{ group: 'bosses', role: 'manager' }],
    config: { issuer, clientId: 'officina', clientSecret: 'the client secret' },
  });
  idpId = made.id;
  expect(JSON.stringify(made)).not.toContain('the client secret');
}, 30_000);
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const visitor = () => httpClient(world, 'visitor');
async function begin() {
  const answer = await (await visitor()).call('POST', '/api/auth/sso/oidc', { idpId, returnTo: '/projects' });
  expect(answer.body).toEqual({ success: true, url: expect.any(String), state: expect.any(String) });
  return { url: new URL(answer.body.url), cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

/** Walks through the provider's pages as somebody with a browser would; answers where it sends them back to. */
async function signInThere(start: URL, sub: string): Promise<URL> {
  const jar = new Map<string, string>();
  let url = start.href;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 20; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    const to = answer.headers.get('location');
    form = null;
    if (to) {
      url = new URL(to, url).href;
      if (url.startsWith(redirectUri)) return new URL(url);
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    url = new URL(action, url).href;
    form = new URLSearchParams(
      page.includes('name="login"') ? { prompt: 'login', login: sub, password: 'x' } : { prompt: 'consent' },
    );
  }
  throw new Error('the provider leads nowhere');
}

async function end(url: URL, cookie: string) {
  const answer = await (await visitor()).call('GET', `${url.pathname}${url.search}`, undefined, { cookie });
  return {
    to: answer.headers.get('location'),
    session: /officina_session=[^;]+/.exec(answer.headers.getSetCookie().join('\n'))?.[0] ?? null,
  };
}

describe('an OpenID Connect sign-in', () => {
  it('asks with PKCE, nonce and state, and ends with a session and a member', async () => {
    const { url, cookie } = await begin();
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'officina',
      redirect_uri: redirectUri,
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      state: expect.any(String),
      nonce: expect.any(String),
      code_challenge: expect.any(String),
    });
    const back = await signInThere(url, 'ada');
    expect(await end(back, 'sso.flow=another')).toEqual({ to: '/login?error=SSO_FAILED', session: null });
    const done = await end(back, cookie);
    expect(done.to).toBe('/projects');
    const me = await (await visitor()).call('GET', '/api/auth/session', undefined, {
      cookie: done.session ?? '',
    });
    expect(me.body.user).toMatchObject({ email: `ada@${domain}`, role: 'MANAGER', name: 'Ada L.' });
    expect((await end(back, cookie)).session).toBeNull();
  });

  it('fails for what does not hold', async () => {
    const unproved = await begin();
    expect((await end(await signInThere(unproved.url, 'unproved'), unproved.cookie)).session).toBeNull();
    const [one, two] = [await begin(), await begin()];
    const mixed = await signInThere(one.url, 'ada');
    mixed.searchParams.set('state', two.url.searchParams.get('state') ?? '');
    expect((await end(mixed, two.cookie)).session).toBeNull();
    const denied = await begin();
    const state = denied.url.searchParams.get('state');
    const refusal = new URL(`${redirectUri}?error=access_denied&state=${state}`);
    expect((await end(refusal, denied.cookie)).session).toBeNull();
    const guessed = await begin();
    const forged = new URL(`${redirectUri}?code=guess&state=${guessed.url.searchParams.get('state')}`);
    expect((await end(forged, guessed.cookie)).session).toBeNull();
    const reasons = await world.server.services.client.sql<{ reason: string }[]>`
      select reason from journal_entries where tenant_id = ${world.tenant.id} and verb = 'sso.refused'`;
    expect(reasons.length).toBeGreaterThanOrEqual(4);
    expect(JSON.stringify(reasons)).not.toContain('the client secret');
  });
});
