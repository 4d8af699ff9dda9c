import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { browser, PASSWORD } from '../../../testing/browser.ts';
import { anotherServer, createWorld, testServer, type World } from '../../../testing/harness.ts';
import { personWithPassword, secondTenant } from '../../../testing/people.ts';

const denied = { success: false, error: 'Invalid credentials', code: 'INVALID_CREDENTIALS' };

async function garage(role: Parameters<typeof personWithPassword>[2] = 'owner') {
  const world = await createWorld();
  const person = await personWithPassword(world.server.services, world.tenant.id, role, {
    name: 'Marc Dupont',
  });
  return { world, person, web: browser(world.server) };
}

async function journalOf(world: World) {
  const { sql } = world.server.services.client;
  return sql`select verb, actor_kind, actor_id from journal_entries
    where tenant_id = ${world.tenant.id} order by xid, id`;
}

describe('POST /api/auth/signin', () => {
  it('answers the documented example and sets the cookie', async () => {
    const { world, person, web } = await garage();
    const answer = await web.call('POST', '/api/auth/signin', {
      email: ` ${person.email.toUpperCase()} `,
      password: PASSWORD,
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      user: {
        id: person.id,
        email: person.email,
        name: 'Marc Dupont',
        tenantId: world.tenant.id,
        role: 'OWNER',
      },
      expires: '2026-01-22T10:00:00.000Z',
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    const attributes = cookie.split('; ').slice(1);
    expect(attributes).toEqual(
      expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=604800']),
    );
    expect(cookie).not.toMatch(/Domain|Secure/);
    expect(await journalOf(world)).toMatchObject([
      { verb: 'user.signed_in', actor_kind: 'user', actor_id: person.id },
    ]);
  });

  it('marks the cookie as secure in production', async () => {
    const { person } = await garage();
    const server = await anotherServer({ NODE_ENV: 'production', PUBLIC_URL: 'https://office.example.com' });
    const answer = await browser(server).signIn(person.email);
    expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure/);
  });

  it('prints every role in the words of the contract', async () => {
    const words = {
      owner: 'OWNER',
      admin: 'OWNER',
      manager: 'MANAGER',
      member: 'USER',
      accountant: 'ACCOUNTANT',
      client: 'CLIENT',
    } as const;
    for (const [role, word] of Object.entries(words)) {
      const { person, web } = await garage(role as keyof typeof words);
      expect((await web.signIn(person.email)).body.user.role).toBe(word);
    }
  });

  it('gives one answer for every reason not to let in', async () => {
    const { world, person, web } = await garage();
    const { db } = world.server.services.client;
    const removed = await personWithPassword(world.server.services, world.tenant.id, 'member');
    await db
      .update(members)
      .set({ removedAt: new Date(0) })
      .where(and(eq(members.tenantId, world.tenant.id), eq(members.userId, removed.id)));
    const other = await createWorld();
    const foreignHost = browser(world.server, `${other.tenant.subdomain}.localhost:3000`);
    const answers = [
      await web.signIn('nobody@example.test'),
      await web.signIn(person.email, 'wrong'),
      await web.signIn(removed.email),
      await web.signIn(world.user.email),
      await foreignHost.signIn(person.email),
      await browser(world.server, 'no-such-firm.localhost:3000').signIn(person.email),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual(denied);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  it('enters the tenant of the host, else the one last used, else the oldest', async () => {
    const { world, person, web } = await garage();
    const second = await secondTenant(world.server.services, person.id);
    const tenantOf = async (client = web) => (await client.signIn(person.email)).body.user.tenantId;
    expect(await tenantOf()).toBe(world.tenant.id);
    world.server.clock.advance({ minutes: 1 });
    expect(await tenantOf(browser(world.server, `${second.subdomain}.localhost:3000`))).toBe(second.id);
    world.server.clock.advance({ minutes: 1 });
    expect(await tenantOf()).toBe(second.id);
  });

  it('revokes the session that was presented', async () => {
    const { world, person, web } = await garage();
    await web.signIn(person.email);
    const stolen = browser(world.server);
    stolen.cookie = web.cookie;
    expect((await stolen.call('GET', '/api/contacts')).status).toBe(200);
    await web.signIn(person.email);
    expect((await stolen.call('GET', '/api/contacts')).status).toBe(401);
    expect((await web.call('GET', '/api/contacts')).status).toBe(200);
  });

  it('keeps the password hash and the token to itself', async () => {
    const { world, person, web } = await garage();
    await web.signIn(person.email);
    const token = web.cookie?.split('=')[1] ?? '';
    const { sql } = world.server.services.client;
    const stored = await sql`select id from sessions where user_id = ${person.id}`;
    expect(stored).toHaveLength(1);
    expect(stored[0]?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(stored[0]?.id).not.toContain(token);
    expect(token.length).toBeGreaterThanOrEqual(32);
  });

  it('never refuses for haste when limits are off', async () => {
    const { person, web } = await garage();
    for (let i = 0; i < 8; i++) expect((await web.signIn(person.email, 'wrong')).status).toBe(401);
    const answer = await web.signIn(person.email);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-ratelimit-limit')).toBe('100');
  });
});

describe('POST /api/auth/signout and GET /api/auth/session', () => {
  it('ends the session everywhere, also in a process that knew it', async () => {
    const { world, person, web } = await garage();
    const signedIn = await web.signIn(person.email);
    const elsewhere = browser(await anotherServer());
    elsewhere.cookie = web.cookie;
    const copy = browser(world.server);
    copy.cookie = web.cookie;
    const known = await elsewhere.call('GET', '/api/auth/session');
    expect(known.body).toEqual({
      user: {
        id: person.id,
        email: person.email,
        name: person.name,
        tenantId: world.tenant.id,
        role: 'OWNER',
        image: null,
        portalRole: 'lucien_admin',
        orgId: null,
      },
      expires: signedIn.body.expires,
    });
    const out = await web.call('POST', '/api/auth/signout');
    expect(out.body).toEqual({ success: true });
    expect(out.headers.getSetCookie()[0]).toMatch(/officina_session=; .*Max-Age=0/);
    expect((await copy.call('GET', '/api/contacts')).status).toBe(401);
    await expect.poll(async () => (await elsewhere.call('GET', '/api/contacts')).status).toBe(401);
    expect((await copy.call('GET', '/api/auth/session')).body).toEqual({});
    expect((await copy.call('POST', '/api/auth/signout', {})).body).toEqual({ success: true });
    expect((await journalOf(world)).map((entry) => entry.verb)).toEqual([
      'user.signed_in',
      'user.signed_out',
    ]);
  });

  it('keeps a session for seven idle days and thirty in all', async () => {
    const { world, person, web } = await garage();
    const { clock } = world.server;
    await web.signIn(person.email);
    const status = async () => (await web.call('GET', '/api/contacts')).status;
    clock.advance({ hours: 24 * 7 - 1 });
    const late = await web.call('GET', '/api/contacts');
    expect(late.status).toBe(200);
    expect(late.headers.getSetCookie()[0]).toContain('Max-Age=604800');
    clock.advance({ hours: 24 * 7 + 1 });
    expect(await status()).toBe(401);

    await web.signIn(person.email);
    const opened = clock.now();
    for (let day = 0; day < 29; day += 3) {
      clock.set(opened.add({ hours: 24 * day }).toString());
      expect(await status(), `day ${day}`).toBe(200);
    }
    clock.set(opened.add({ hours: 24 * 30 - 1 }).toString());
    expect((await web.call('GET', '/api/auth/session')).body.expires).toBe(
      new Date(opened.add({ hours: 24 * 30 }).epochMilliseconds).toISOString(),
    );
    clock.set(opened.add({ hours: 24 * 30 + 1 }).toString());
    expect(await status()).toBe(401);
    clock.set('2026-01-15T10:00:00.000Z');
  });

  it('renews the cookie through the door of the web app, too', async () => {
    const { world, person, web } = await garage();
    await web.signIn(person.email);
    world.server.clock.advance({ hours: 24 * 5 });
    const answer = await web.query('identity.session');
    expect(answer.data.user.email).toBe(person.email);
    expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=604800');
    expect(answer.headers.get('x-request-id')).toBeTruthy();
    world.server.clock.set('2026-01-15T10:00:00.000Z');
  });
});

describe('pages and hosts that are not ours', () => {
  it('refuses writes with the cookie from foreign pages, through both doors', async () => {
    const { world, person, web } = await garage();
    await web.signIn(person.email);
    const body = { first_name: 'A', last_name: 'B' };
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:3001' },
      { origin: 'http://localhost:3000.evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreign) {
      const refused = await web.call('POST', '/api/contacts', body, headers);
      expect(refused.status, JSON.stringify(headers)).toBe(403);
      expect(refused.body.code).toBe('ORIGIN_MISMATCH');
      const rpc = await web.call('POST', '/trpc/contacts.create', { firstName: 'A', lastName: 'B' }, headers);
      expect(rpc.body.error.data.appCode).toBe('ORIGIN_MISMATCH');
      expect((await web.call('GET', '/api/contacts', undefined, headers)).status).toBe(200);
    }
    const ours = await web.call('POST', '/api/contacts', body, { origin: 'http://localhost:3000' });
    expect(ours.status).toBe(201);
    const own = browser(world.server, `${world.tenant.subdomain}.localhost:3000`);
    own.cookie = web.cookie;
    const sameHost = { origin: `http://${world.tenant.subdomain}.localhost:3000` };
    expect((await own.call('POST', '/api/contacts', body, sameHost)).status).toBe(201);
  });

  it("refuses the host of another tenant than the session's", async () => {
    const { world, person, web } = await garage();
    const other = await createWorld();
    await web.signIn(person.email);
    const astray = browser(world.server, `${other.tenant.subdomain}.localhost:3000`);
    astray.cookie = web.cookie;
    const refused = await astray.call('GET', '/api/contacts');
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ success: false, code: 'TENANT_MISMATCH' });
    expect((await astray.query('contacts.list')).error.appCode).toBe('TENANT_MISMATCH');
    for (const host of ['www.localhost:3000', '127.0.0.1:3000']) {
      const fine = browser(world.server, host);
      fine.cookie = web.cookie;
      expect((await fine.call('GET', '/api/contacts')).status, host).toBe(200);
    }
  });
});

describe('hostile input to the doors of accounts', () => {
  const rows = ['/api/auth/signin', '/api/auth/signup', '/api/auth/signout'];
  const good = {
    email: 'a@example.test',
    password: PASSWORD,
    name: 'Jean',
    subdomain: 'x-y',
    tenantName: 'Ab',
  };
  const bodies: unknown[] = [
    '{',
    '[]',
    '"x"',
    'null',
    '{"__proto__":{"email":"a@example.test"}}',
    { ...good, email: { $ne: null }, password: ['x'] },
    { ...good, email: 'a\u0000@example.test', password: 'b\u0000c', name: '\u0000', subdomain: 'ab\u0000c' },
    { ...good, email: `${'a'.repeat(100_000)}@example.test`, password: 'x'.repeat(100_000) },
    { ...good, email: "' or 1=1 --@example.test", subdomain: '../../etc' },
    { ...good, name: 'Jean\r\nBcc: x@example.test', tenantName: '\u2028\u2028' },
    `{"email":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  ];

  it('is refused as such', async () => {
    const web = browser(await testServer());
    for (const path of rows) {
      for (const body of bodies) {
        const answer = await web.call('POST', path, body);
        const allowed = { '/api/auth/signin': [400, 401], '/api/auth/signup': [400] }[path] ?? [200, 400];
        expect(allowed, `${path} ${JSON.stringify(body).slice(0, 60)}`).toContain(answer.status);
      }
    }
    for (const cookie of [
      'officina_session=',
      'officina_session=%00',
      `officina_session=${'x'.repeat(5000)}`,
      'officina_session=\u00ff',
    ])
      expect((await web.call('GET', '/api/auth/session', undefined, { cookie })).body).toEqual({});
  });
});
