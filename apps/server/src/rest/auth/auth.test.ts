import { beforeAll, describe, expect, it } from 'vitest';
import { demoAccounts } from '../../domains/demo/demo-accounts.ts';
import { browser, PASSWORD } from '../../testing/browser.ts';
import { anotherServer, createWorld, testServer } from '../../testing/harness.ts';
import { personWithPassword } from '../../testing/people.ts';
import { postForm, visitorOf } from '../../testing/sign-in-page.ts';

const BASE = 'http://localhost:3000/api/auth';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

beforeAll(() => testServer({ RATE_LIMIT: 'on' }));

async function person() {
  const world = await createWorld('owner', { modules: ['portal'] });
  const made = await personWithPassword(world.server.services, world.tenant.id);
  return { world, email: made.email, web: visitorOf(world) };
}
const location = ({ status, headers }: { status: number; headers: Headers }) => [
  status,
  headers.get('location'),
];

describe('GET /api/auth/providers, /csrf and the pages', () => {
  it('lists what is configured, with absolute addresses', async () => {
    const web = browser(await testServer());
    const answer = await web.call('GET', '/api/auth/providers');
    const provider = (id: string, name: string, type: string) => ({
      [id]: { id, name, type, signinUrl: `${BASE}/signin/${id}`, callbackUrl: `${BASE}/callback/${id}` },
    });
    expect(answer.body).toEqual({
      ...provider('email', 'Email', 'email'),
      ...provider('credentials', 'Password', 'credentials'),
      ...provider('dev-login', 'Demo account', 'credentials'),
    });
    const serious = browser(await anotherServer({ DEMO: '0' }));
    expect(Object.keys((await serious.call('GET', '/api/auth/providers')).body)).toEqual([
      'email',
      'credentials',
    ]);
    const refused = await postForm(serious, '/callback/dev-login', { email: 'admin@demo.test' });
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      400,
      expect.stringContaining('text'),
    ]);
  });

  it('gives a browser its token, with the cookie of it', async () => {
    const web = browser(await testServer());
    const first = await web.call('GET', '/api/auth/csrf');
    expect(first.body).toEqual({ csrfToken: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(first.headers.getSetCookie()[0]).toMatch(
      /^next-auth\.csrf-token=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect((await web.call('GET', '/api/auth/csrf')).body).toEqual(first.body);
    const forged = { cookie: `next-auth.csrf-token=${'a'.repeat(64)}%7C${'b'.repeat(64)}` };
    expect((await web.call('GET', '/api/auth/csrf', undefined, forged)).body.csrfToken).not.toBe(
      'a'.repeat(64),
    );
  });

  it('names its cookies after the rules of https', async () => {
    const server = await anotherServer({ PUBLIC_URL: 'https://office.example.com' });
    const web = browser(server, 'office.example.com');
    const { headers } = await web.call('GET', '/api/auth/csrf');
    expect(headers.getSetCookie()[0]).toMatch(/^__Host-next-auth\.csrf-token=[^;]+; Path=\/; .*; Secure$/);
    const { email } = await person();
    const signedIn = await postForm(web, '/callback/credentials', { email, password: PASSWORD });
    expect(signedIn.headers.getSetCookie()[1]).toMatch(/^__Secure-next-auth\.session-token=[^;]+; .*Secure/);
    expect((await web.call('GET', '/api/auth/session')).body.user.email).toBe(email);
  });

  it('leads to the pages of the web app', async () => {
    const web = browser(await testServer());
    const pages = {
      '/signin?callbackUrl=%2Fportal&error=Verification&x=1':
        '/login?callbackUrl=%2Fportal&error=Verification',
      '/signin?callbackUrl=https%3A%2F%2Fevil.example': '/login',
      '/signin/email': '/login',
      '/signout?csrf=true': '/sign-out',
      '/verify-request?provider=email&type=email': '/login/check-mail',
      '/error?error=CredentialsSignin&provider=credentials': '/login?error=CredentialsSignin',
    };
    for (const [path, to] of Object.entries(pages))
      expect(location(await web.call('GET', `/api/auth${path}`)), path).toEqual([302, to]);
    expect(location(await web.call('POST', '/api/auth/signin', 'a=b', FORM))).toEqual([302, '/login']);
    for (const path of ['/nothing', '/signin/github', '/callback/credentials', '/callback/nothing'])
      expect((await web.call('GET', `/api/auth${path}`)).status, path).toBe(400);
    expect((await postForm(web, '/signin/github')).status).toBe(400);
    expect((await web.call('GET', '/api/auth/passkeys/x/y')).status).toBe(404);
  });
});

describe('POST /api/auth/callback/credentials', () => {
  it('signs in and goes on, as JSON and as a form', async () => {
    const { world, email, web } = await person();
    const asJson = await postForm(web, '/callback/credentials', { email, password: PASSWORD });
    expect([asJson.status, asJson.body]).toEqual([200, { url: '/portal' }]);
    expect((await web.call('GET', '/api/auth/session')).body.user.email).toBe(email);

    const other = visitorOf(world);
    const { csrfToken } = (await other.call('GET', '/api/auth/csrf')).body;
    const form = new URLSearchParams({ csrfToken, email, password: PASSWORD, callbackUrl: '/contacts' });
    const asForm = await other.call('POST', '/api/auth/callback/credentials', form.toString(), FORM);
    expect(location(asForm)).toEqual([302, '/contacts']);
    const away = { email, password: PASSWORD, callbackUrl: 'https://evil.example/' };
    expect((await postForm(other, '/callback/credentials', away)).body).toEqual({ url: '/portal' });
  });

  it('refuses what is wrong with the error page', async () => {
    const { email, web } = await person();
    const page = `${BASE}/error?error=CredentialsSignin&provider=credentials`;
    for (const fields of [{ email, password: 'wrong' }, { email: 'x' }, {}]) {
      const refused = await postForm(web, '/callback/credentials', fields);
      expect([refused.status, refused.body]).toEqual([401, { url: page }]);
    }
    const redirected = await postForm(web, '/callback/credentials', {
      email,
      password: 'wrong',
      json: false,
    });
    expect(location(redirected)).toEqual([302, page]);
    expect((await web.call('GET', '/api/auth/session')).body).toEqual({});
  });

  it('takes no token without its cookie and no cookie without its token', async () => {
    const { email, web } = await person();
    const fields = { email, password: PASSWORD, json: true };
    const without = await web.call('POST', '/api/auth/callback/credentials', fields);
    const answer = { url: `${BASE}/signin?csrf=true` };
    expect([without.status, without.body]).toEqual([200, answer]);
    const { csrfToken } = (await web.call('GET', '/api/auth/csrf')).body;
    web.cookie = null;
    const loose = await web.call('POST', '/api/auth/callback/credentials', { ...fields, csrfToken });
    expect(loose.body).toEqual(answer);
    const foreign = await postForm(web, '/callback/credentials', { email: 'x' });
    expect(foreign.status).toBe(401);
    const { csrfToken: own } = (await web.call('GET', '/api/auth/csrf')).body;
    const astray = await web.call(
      'POST',
      '/api/auth/callback/credentials',
      { ...fields, csrfToken: own },
      { origin: 'https://evil.example' },
    );
    expect([astray.status, astray.body]).toEqual([403, { error: 'Forbidden' }]);
  });
});

describe('POST /api/auth/callback/dev-login', () => {
  it('lets into a demo account without its password', async () => {
    const world = await createWorld('owner', { modules: ['studio'] });
    const { sql } = world.server.services.client;
    const email = demoAccounts.at(-1)?.email ?? '';
    const [user] = await sql`insert into users (email, name) values (${email}, 'Demo')
      on conflict (email) do update set email = excluded.email returning id`;
    await sql`insert into members (tenant_id, user_id, role) values (${world.tenant.id}, ${user?.id}, 'freelancer')`;
    const web = visitorOf(world);
    const answer = await postForm(web, '/callback/dev-login', { email });
    expect([answer.status, answer.body]).toEqual([200, { url: '/' }]);
    expect((await web.call('GET', '/api/auth/session')).body.user).toMatchObject({
      email,
      role: 'FREELANCER',
      portalRole: null,
    });
  });

  it('lets into demo accounts alone', async () => {
    const { email, web } = await person();
    const page = `${BASE}/error?error=CredentialsSignin&provider=dev-login`;
    for (const address of [email, demoAccounts[0]?.email, 'nobody@demo.test']) {
      const refused = await postForm(web, '/callback/dev-login', { email: address });
      expect([refused.status, refused.body]).toEqual([401, { url: page }]);
    }
  });
});

describe('the one session', () => {
  it('is taken under either name by every door', async () => {
    const { email, web } = await person();
    await postForm(web, '/callback/credentials', { email, password: PASSWORD });
    const token = /officina_session=(\w[^;]*)/.exec(web.cookie ?? '')?.[1];
    for (const name of ['next-auth.session-token', 'officina_session']) {
      web.cookie = `${name}=${token}`;
      expect((await web.call('GET', '/api/contacts')).status, name).toBe(200);
      expect((await web.query('identity.session')).data.user.email).toBe(email);
    }
    web.cookie = `officina_session=old; next-auth.session-token=${token}`;
    expect((await web.call('GET', '/api/contacts')).status).toBe(200);
  });

  it('ends with its token, or as the other contracts say', async () => {
    const { email, web, world } = await person();
    await postForm(web, '/callback/credentials', { email, password: PASSWORD });
    const copy = visitorOf(world);
    copy.cookie = web.cookie;
    const unsigned = await web.call('POST', '/api/auth/signout', { csrfToken: 'x', json: true });
    expect(unsigned.body).toEqual({ url: `${BASE}/signout?csrf=true` });
    expect(location(await web.call('POST', '/api/auth/signout', 'a=b', FORM))).toEqual([
      302,
      `${BASE}/signout?csrf=true`,
    ]);
    const { csrfToken } = (await web.call('GET', '/api/auth/csrf')).body;
    const astray = { origin: 'https://evil.example' };
    expect((await web.call('POST', '/api/auth/signout', { csrfToken }, astray)).status).toBe(403);
    expect((await web.call('GET', '/api/auth/session')).body.user.email).toBe(email);
    const out = await postForm(web, '/signout');
    expect([out.status, out.body]).toEqual([200, { url: '/login' }]);
    expect(web.cookie).not.toContain('session');
    expect((await copy.call('GET', '/api/contacts')).status).toBe(401);
    expect((await copy.call('POST', '/api/auth/signout')).body).toEqual({ success: true });
  });
});

describe('attempts', () => {
  it('are twenty in ten minutes from one address', async () => {
    const { world } = await person();
    const web = browser(world.server, `${world.tenant.subdomain}.localhost:3000`);
    for (let i = 0; i < 20; i++)
      expect((await postForm(web, '/signin/email', { email: 'x' })).body).toEqual({
        url: `${BASE}/error?error=EmailSignin`,
      });
    const refused = await postForm(web, '/signin/email', { email: 'x' });
    expect([refused.status, refused.body]).toEqual([429, { ok: false }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await web.call('GET', '/api/auth/callback/email?token=x&email=y')).status).toBe(429);
    for (const path of ['/session', '/csrf', '/providers'])
      expect((await web.call('GET', `/api/auth${path}`)).status).toBe(200);
  });
});
