import { createMember, createTenant } from '@officina/db/factories';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { changeRole } from '../../../domains/tenancy/change-role.ts';
import { removeMember } from '../../../domains/tenancy/remove-member.ts';
import { bearerTokens } from '../../../kernel/bearer-tokens.ts';
import { browser, PASSWORD } from '../../../testing/browser.ts';
import { anotherServer, createWorld, httpClient, type World } from '../../../testing/harness.ts';
import { officeApi } from '../../../testing/office-api.ts';
import { personWithPassword } from '../../../testing/people.ts';

const failure = (status: number, detail: string) => ({
  detail,
  error: { type: 'http_error', detail, status_code: status, request_id: expect.any(String) },
});

const login = (world: World, body: unknown, host?: string) =>
  browser(world.server, host).call('POST', '/api/v1/auth/login', body);

async function journal(world: World, verb: string) {
  const { sql } = world.server.services.client;
  return sql`select actor_id, subject_id from journal_entries where tenant_id = ${world.tenant.id} and verb = ${verb}`;
}

describe('POST /api/v1/auth/login', () => {
  it('answers a token and the user, as ADVISOR or SECRETARY', async () => {
    const world = await createWorld();
    for (const [role, word] of [
      ['owner', 'ADVISOR'],
      ['admin', 'ADVISOR'],
      ['manager', 'SECRETARY'],
      ['member', 'SECRETARY'],
    ] as const) {
      const person = await personWithPassword(world.server.services, world.tenant.id, role);
      const { status, body } = await login(world, {
        email: ` ${person.email.toUpperCase()} `,
        password: PASSWORD,
      });
      expect(status).toBe(200);
      expect(body).toEqual({
        token: expect.any(String),
        user: { id: person.ref, full_name: person.name, role: word },
      });
    }
    expect(await journal(world, 'user.signed_in')).toHaveLength(4);
  });

  it('answers one text for everything that is wrong with the credentials', async () => {
    const world = await createWorld();
    const person = await personWithPassword(world.server.services, world.tenant.id);
    for (const body of [
      { email: 'nobody@example.test', password: PASSWORD },
      { email: person.email, password: 'wrong' },
      { email: person.email, password: '' },
      { email: person.email, password: 'x'.repeat(1025) },
      { email: person.email, password: 'x'.repeat(200_000) },
    ]) {
      const answer = await login(world, body);
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual(failure(401, 'Invalid email or password'));
    }
    expect(await journal(world, 'user.sign_in_failed')).toHaveLength(4);
  });

  it('names faulty fields', async () => {
    const world = await createWorld();
    const { status, body } = await login(world, { email: 'no address' });
    expect(status).toBe(400);
    expect(body).toEqual({
      detail: [
        { type: 'value_error', loc: ['body', 'email'], msg: 'Invalid email format' },
        { type: 'missing', loc: ['body', 'password'], msg: 'Required' },
      ],
      error: {
        type: 'validation_error',
        detail: 'Invalid request data',
        status_code: 400,
        request_id: expect.any(String),
      },
    });
  });

  it.each([
    ['malformed JSON', '{"email":', 'application/json', 'Malformed JSON'],
    [
      'another content type',
      'email=a@b.test',
      'application/x-www-form-urlencoded',
      'Content type must be application/json',
    ],
  ])('refuses %s', async (_, raw, type, msg) => {
    const world = await createWorld();
    const web = browser(world.server);
    const { status, body } = await web.call('POST', '/api/v1/auth/login', raw, { 'content-type': type });
    expect(status).toBe(400);
    expect(body.detail).toEqual([{ type: 'json_invalid', loc: ['body'], msg }]);
  });

  it('knows nobody without a place in an office', async () => {
    const world = await createWorld();
    const person = await personWithPassword(world.server.services, world.tenant.id, 'accountant');
    const answer = await login(world, { email: person.email, password: PASSWORD });
    expect(answer.body).toEqual(failure(403, 'Insufficient permissions'));
    expect(answer.status).toBe(403);
  });

  it('enters the tenant of the host', async () => {
    const world = await createWorld();
    const other = await createTenant(world.server.services.client.db);
    const person = await personWithPassword(world.server.services, world.tenant.id);
    const body = { email: person.email, password: PASSWORD };
    expect((await login(world, body, `${world.tenant.subdomain}.localhost:3000`)).status).toBe(200);
    const foreign = await login(world, body, `${other.subdomain}.localhost:3000`);
    expect(foreign.status).toBe(401);
    expect(foreign.body.detail).toBe('Invalid email or password');
  });

  it('takes sign-ins from pages of other origins, since no cookie is read or set', async () => {
    const world = await createWorld();
    const person = await personWithPassword(world.server.services, world.tenant.id);
    const { app } = await anotherServer({ CORS_ALLOWED_ORIGINS: 'https://program.test' });
    const headers = { origin: 'https://program.test', 'sec-fetch-site': 'cross-site' };
    const body = { email: person.email, password: PASSWORD };
    const answer = await browser({ app }).call('POST', '/api/v1/auth/login', body, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://program.test');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('refuses the eleventh failure in a quarter of an hour', async () => {
    const world = await createWorld();
    const { app } = await anotherServer({ RATE_LIMIT: 'on' });
    const person = await personWithPassword(world.server.services, world.tenant.id);
    const web = browser({ app });
    const statuses = [];
    for (let i = 0; i < 11; i++) {
      const { status } = await web.call('POST', '/api/v1/auth/login', {
        email: person.email,
        password: 'wrong',
      });
      statuses.push(status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
    const right = await web.call('POST', '/api/v1/auth/login', { email: person.email, password: PASSWORD });
    expect(right.body).toEqual(failure(429, 'Too Many Requests'));
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a bearer token', () => {
  it('opens the office and nothing else does', async () => {
    const world = await createWorld();
    const api = await officeApi(world);
    expect((await api.call('GET', '/nowhere')).body).toEqual(failure(404, 'Not Found'));
    const { call } = await httpClient(world);
    const withCookie = await call('GET', '/trpc/tenancy.settings?input=%7B%7D');
    expect(withCookie.status).toBe(200);
    const bearer = { authorization: `Bearer ${api.token}` };
    const visitor = await httpClient(world, 'visitor');
    expect(
      (await visitor.call('GET', '/trpc/identity.session?input=%7B%7D', undefined, bearer)).body.result.data
        .role,
    ).toBe('admin');
  });

  it.each(['manager', 'gone'] as const)('follows the membership at once: %s', async (change) => {
    const world = await createWorld();
    const { db } = world.server.services.client;
    const person = await createMember(db, world.tenant.id, 'admin', {
      passwordHash: await world.server.services.passwords.hash(PASSWORD),
    });
    const { body } = await login(world, { email: person.email, password: PASSWORD });
    const visitor = await httpClient(world, 'visitor');
    const ask = () =>
      visitor.call('GET', '/trpc/identity.session?input=%7B%7D', undefined, {
        authorization: `Bearer ${body.token}`,
      });
    expect((await ask()).body.result.data.role).toBe('admin');
    if (change === 'gone') {
      await removeMember(world.ctx, { userId: person.id });
      expect((await ask()).body.result.data).toBeNull();
    } else {
      await changeRole(world.ctx, { userId: person.id, role: change });
      expect((await ask()).body.result.data.role).toBe(change);
    }
  });

  it('counts only when it is sound', async () => {
    const world = await createWorld();
    const api = await officeApi(world);
    const { tokens } = world.server.services;
    const claims = await tokens.verify(api.token);
    const base = { sub: String(api.userId), tid: world.tenant.id, email: 'a@b.test', role: 'owner' };
    const [head = '', body = '', signature = ''] = api.token.split('.');
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: '1' })).toString('base64url');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    const { clock } = world.server;
    const foreign = await bearerTokens('another secret of thirty-two letters', 8, clock).sign(base);
    const key = new TextEncoder().encode('another secret of thirty-two letters');
    const hs512 = await new SignJWT(base)
      .setProtectedHeader({ alg: 'HS512' })
      .setExpirationTime('1h')
      .sign(key);
    for (const token of [
      none,
      `${head}.${forged}.${signature}`,
      foreign,
      hs512,
      'ofk_demo_key',
      `${api.token}x`,
    ])
      expect(await tokens.verify(token), token).toBeNull();
    clock.advance({ hours: 7, minutes: 59 });
    expect(await tokens.verify(api.token)).toMatchObject({ sub: base.sub });
    clock.advance({ minutes: 1 });
    expect(await tokens.verify(api.token)).toBeNull();
    clock.advance({ hours: -8 });
  });
});

describe('the order of checks', () => {
  const large = `"${'x'.repeat(1_200_000)}"`;

  it('asks who it is before it looks at a body too large', async () => {
    const world = await createWorld();
    const { call } = await httpClient(world, 'visitor');
    const json = { 'content-type': 'application/json' };
    for (const path of ['/clients', '/charges', '/charges/1/issue', '/binders/receive']) {
      const stranger = await call('POST', `/api/v1${path}`, large, json);
      expect(stranger.body, path).toEqual(failure(401, 'Not authenticated'));
    }
    const secretary = await officeApi(world, 'member');
    const refused = await secretary.call('POST', '/charges', large);
    expect(refused.body).toEqual(failure(403, 'Insufficient permissions'));
    const advisor = await officeApi(world);
    for (const path of ['/clients', '/charges', '/charges/1/issue']) {
      const { status, body } = await advisor.call('POST', path, large);
      expect([status, body.detail], path).toEqual([
        400,
        [{ type: 'too_large', loc: ['body'], msg: 'Request body too large' }],
      ]);
    }
  });

  it('knows the path and its methods before it asks who it is', async () => {
    const { call } = await httpClient(await createWorld(), 'visitor');
    for (const path of ['/api/v1', '/api/v1/', '/api/v1/nowhere'])
      expect((await call('GET', path)).body, path).toEqual(failure(404, 'Not Found'));
    for (const path of ['/api/v1/clients', '/health', '/info']) {
      const { body, headers } = await call('DELETE', path);
      expect(body, path).toEqual(failure(405, 'Method Not Allowed'));
      expect(headers.get('allow'), path).toMatch(/\bGET\b/);
    }
  });
});

describe('X-Request-ID', () => {
  it.each(['/health', '/info', '/api/v1/clients', '/api/v1/nowhere', '/api/v1/auth/login'])(
    'is on every answer: %s',
    async (path) => {
      const { call } = await httpClient(await createWorld(), 'visitor');
      const ask = async (id: string) =>
        (await call('GET', path, undefined, { 'x-request-id': id })).headers.get('x-request-id');
      expect(await ask('proxy-1.2_3')).toBe('proxy-1.2_3');
      for (const bad of ['no id', 'x'.repeat(129), ''])
        expect(await ask(bad)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    },
  );
});

describe('/health and /info', () => {
  it('need no credential', async () => {
    const world = await createWorld();
    const { call } = await httpClient(world, 'visitor');
    const health = await call('GET', '/health');
    expect([health.status, health.body]).toEqual([200, { status: 'healthy', database: 'connected' }]);
    expect((await call('GET', '/info')).body).toEqual({ app: 'Officina', env: 'local' });
  });
});
