import { unique } from '@officina/db/factories';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, httpClient, type World } from '../../testing/harness.ts';
import { OIDC_CLIENT, signInThere, startOidcProvider } from '../../testing/oidc-idp.ts';
import { createProvider } from './providers.ts';

let world: World;
let idpId: string;
let provider: Awaited<ReturnType<typeof startOidcProvider>>;
const domain = `${unique('oidc')}.test`;
const redirectUri = 'http://localhost:3000/api/auth/sso/callback/oidc';

beforeAll(async () => {
  world = await createWorld();
  // The provider goes by the machine's clock.
  world.server.clock.set(new Date().toISOString());
  provider = await startOidcProvider({
    redirectUris: [redirectUri],
    claims: (login) => ({
      email: `${login}@${domain}`,
      email_verified: login !== 'unproved',
      name: 'Ada L.',
      groups: ['bosses'],
    }),
  });
  const made = await createProvider(world.ctx, {
    name: 'Corp',
    kind: 'oidc',
    status: 'active',
    domains: [domain],
    groupMapping: [{ group: 'bosses', role: 'manager' }],
    config: { issuer: provider.issuer, clientId: OIDC_CLIENT.id, clientSecret: OIDC_CLIENT.secret },
  });
  idpId = made.id;
  expect(JSON.stringify(made)).not.toContain('the client secret');
});
afterAll(() => provider.stop());

const visitor = () => httpClient(world, 'visitor');
async function begin() {
  const answer = await (await visitor()).call('POST', '/api/auth/sso/oidc', { idpId, returnTo: '/projects' });
  expect(answer.body).toEqual({ success: true, url: expect.any(String), state: expect.any(String) });
  return { url: new URL(answer.body.url), cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
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

  it('that is begun at the firm’s own address ends at the one that the provider knows', async () => {
    const web = await visitor();
    const begun = async (host: string) => {
      const headers = { host, origin: `http://${host}` };
      const answer = await web.call('POST', '/api/auth/sso/oidc', { idpId }, headers);
      expect(new URL(answer.body.url).searchParams.get('redirect_uri')).toBe(redirectUri);
      return /; Domain=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    };
    expect(await begun(`${world.tenant.subdomain}.localhost:3000`)).toBe('localhost');
    expect(await begun('localhost:3000')).toBeUndefined();
  });

  it('fails for what does not hold', async () => {
    const unproved = await begin();
    expect((await end(await signInThere(unproved.url, 'unproved'), unproved.cookie)).session).toBeNull();
    const [one, two] = [await begin(), await begin()];
    const mixed = await signInThere(one.url, 'ada');
    mixed.searchParams.set('state', two.url.searchParams.get('state') ?? '');
    expect((await end(mixed, two.cookie)).session).toBeNull();
    // A code that was used, in the next request of the browser it was used in.
    const used = await begin();
    const replayed = await signInThere(used.url, 'ada');
    expect((await end(replayed, used.cookie)).session).not.toBeNull();
    const next = await begin();
    replayed.searchParams.set('state', next.url.searchParams.get('state') ?? '');
    expect((await end(replayed, next.cookie)).session).toBeNull();
    // The answer of another provider than the request was sent to.
    const lured = await begin();
    const mixedUp = await signInThere(lured.url, 'ada');
    mixedUp.searchParams.set('iss', 'https://evil.example');
    expect((await end(mixedUp, lured.cookie)).session).toBeNull();
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
