import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type Browser, browser, PASSWORD } from '../../testing/browser.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { personWithPassword, secondTenant } from '../../testing/people.ts';
import { runJobs } from '../../testing/run-jobs.ts';
import { readOutbox } from '../messaging/outbox.ts';

const NEXT = 'AnotherPassword456?';

async function signedIn(role: Parameters<typeof personWithPassword>[2] = 'owner') {
  const world = await createWorld();
  const person = await personWithPassword(world.server.services, world.tenant.id, role);
  const web = browser(world.server);
  await web.signIn(person.email);
  return { world, person, web };
}

/** The token in the newest mail to an address. */
async function mailedToken(world: World, to: string): Promise<string> {
  const { items } = await readOutbox(world.ctx, { to });
  return (
    /\/(?:reset-password|verify-email)\?token=([0-9a-f]{64})\b/.exec(items[0]?.text ?? '')?.[1] ?? 'no token'
  );
}

const requestReset = async (world: World, email: string) => {
  const answer = await browser(world.server).mutate('identity.requestPasswordReset', { email });
  await runJobs(world);
  return answer;
};

async function entries(world: World) {
  const { sql } = world.server.services.client;
  return sql`select verb, actor_kind, before, after from journal_entries
    where tenant_id = ${world.tenant.id} order by xid, id`;
}

const isOpen = async (web: Browser) => (await web.query('identity.session')).data !== null;

describe('a forgotten password', () => {
  it('is replaced with the mailed link: once, for all sessions, and the address is confirmed', async () => {
    const { world, person, web } = await signedIn();
    expect((await requestReset(world, person.email)).data).toEqual({ success: true });
    const token = await mailedToken(world, person.email);
    const anybody = browser(world.server);
    const weak = await anybody.mutate('identity.resetPassword', { token, password: 'short' });
    expect(weak.error.details).toMatchObject([{ field: 'password' }]);
    const tries = await Promise.all(
      [1, 2, 3].map(() => anybody.mutate('identity.resetPassword', { token, password: NEXT })),
    );
    expect(tries.map(({ data, error }) => data?.success ?? error.appCode).sort()).toEqual([
      'INVALID_TOKEN',
      'INVALID_TOKEN',
      true,
    ]);
    expect(await isOpen(web)).toBe(false);
    expect((await web.signIn(person.email)).status).toBe(401);
    expect((await web.signIn(person.email, NEXT)).status).toBe(200);
    expect((await web.query('identity.session')).data.user.emailVerified).toBe(true);
    const journal = await entries(world);
    expect(journal.map((entry) => entry.verb)).toContain('password.reset');
    expect(JSON.stringify(journal)).not.toContain(token);
  });

  it('gets one answer whether the account exists, and a mail only if it does', async () => {
    const { world, person } = await signedIn();
    const known = await requestReset(world, person.email);
    const unknown = await requestReset(world, 'nobody@example.test');
    const gone = await personWithPassword(world.server.services, world.tenant.id, 'member');
    await world.server.services.client.db
      .update(members)
      .set({ removedAt: new Date(0) })
      .where(and(eq(members.tenantId, world.tenant.id), eq(members.userId, gone.id)));
    const homeless = await requestReset(world, gone.email);
    for (const answer of [unknown, homeless])
      expect({ status: answer.status, data: answer.data }).toEqual({
        status: known.status,
        data: known.data,
      });
    const { items } = await readOutbox(world.ctx, {});
    expect(items.map(({ to, subject }) => [to, subject])).toEqual([
      [person.email, 'Choisissez un nouveau mot de passe'],
    ]);
    const { sql } = world.server.services.client;
    expect(await sql`select from user_tokens where user_id = ${gone.id}`).toHaveLength(0);
  });

  it('is mailed three times an hour at most; a link lasts an hour, and a used one ends the others', async () => {
    const { world, person } = await signedIn();
    const { clock } = world.server;
    const tokens: string[] = [];
    for (let i = 0; i < 4; i++) {
      await requestReset(world, person.email);
      tokens.push(await mailedToken(world, person.email));
      clock.advance({ minutes: 1 });
    }
    expect(new Set(tokens).size).toBe(3);
    expect((await readOutbox(world.ctx, {})).items).toHaveLength(3);
    clock.advance({ minutes: 56 });
    const reset = async (token: string | undefined) =>
      (await browser(world.server).mutate('identity.resetPassword', { token, password: NEXT })).error
        ?.appCode;
    expect(await reset(tokens[0])).toBe('INVALID_TOKEN');
    expect(await reset(tokens[1])).toBeUndefined();
    expect(await reset(tokens[2])).toBe('INVALID_TOKEN');
    clock.set('2026-01-15T10:00:00.000Z');
  });

  it('does not come back with a token that is none', async () => {
    const { world, person } = await signedIn();
    const answers = ['', 'x', '0'.repeat(64), '../..', '\u202e'].map((token) =>
      browser(world.server).mutate('identity.resetPassword', { token, password: NEXT }),
    );
    for (const { error } of await Promise.all(answers)) expect(error.appCode).toBe('INVALID_TOKEN');
    expect((await browser(world.server).signIn(person.email)).status).toBe(200);
  });
});

describe('confirming an address', () => {
  it('works once with the mailed link, within a day', async () => {
    const { world, person, web } = await signedIn();
    expect((await web.mutate('identity.resendVerification')).data).toEqual({ expiresIn: 86_400_000 });
    const first = await mailedToken(world, person.email);
    await web.mutate('identity.resendVerification');
    const second = await mailedToken(world, person.email);
    const verify = (token: string) => browser(world.server).mutate('identity.verifyEmail', { token });
    expect((await verify(first)).error.appCode).toBe('INVALID_TOKEN');
    expect((await web.query('identity.session')).data.user.emailVerified).toBe(false);
    expect((await verify(second)).data).toEqual({ userId: person.id, email: person.email });
    expect((await web.query('identity.session')).data.user.emailVerified).toBe(true);
    expect((await verify(second)).error.appCode).toBe('INVALID_TOKEN');
    expect((await web.mutate('identity.resendVerification')).error.appCode).toBe('ALREADY_VERIFIED');
    expect((await entries(world)).map((entry) => entry.verb)).toContain('user.verified');
  });

  it('is not what a link for a new password is for', async () => {
    const { world, person } = await signedIn();
    await requestReset(world, person.email);
    const token = await mailedToken(world, person.email);
    const answer = await browser(world.server).mutate('identity.verifyEmail', { token });
    expect(answer.error.appCode).toBe('INVALID_TOKEN');
  });

  it('sends three mails an hour, and links that end after a day', async () => {
    const { world, person, web } = await signedIn();
    for (let i = 0; i < 3; i++) await web.mutate('identity.resendVerification');
    expect((await web.mutate('identity.resendVerification')).error).toMatchObject({
      appCode: 'RATE_LIMIT_EXCEEDED',
      details: { limit: 3 },
    });
    const token = await mailedToken(world, person.email);
    world.server.clock.advance({ hours: 24 });
    const answer = await browser(world.server).mutate('identity.verifyEmail', { token });
    expect(answer.error.appCode).toBe('INVALID_TOKEN');
    world.server.clock.set('2026-01-15T10:00:00.000Z');
  });
});

describe('changing the password', () => {
  it('asks for the present one, ends other sessions and links, and renews this session', async () => {
    const { world, person, web } = await signedIn('member');
    const other = browser(world.server);
    await other.signIn(person.email);
    await requestReset(world, person.email);
    const token = await mailedToken(world, person.email);
    const before = web.cookie;
    const wrong = await web.mutate('identity.changePassword', { current: 'nope', next: NEXT });
    expect(wrong.error).toMatchObject({
      appCode: 'VALIDATION_ERROR',
      details: [{ field: 'current', message: 'Wrong password' }],
    });
    const weak = await web.mutate('identity.changePassword', { current: PASSWORD, next: 'weak' });
    expect(weak.error.details).toMatchObject([{ field: 'next' }]);
    expect(await isOpen(other)).toBe(true);
    const changed = await web.mutate('identity.changePassword', { current: PASSWORD, next: NEXT });
    expect(changed.data).toEqual({ expires: expect.any(String) });
    expect(web.cookie).not.toBe(before);
    expect([await isOpen(web), await isOpen(other)]).toEqual([true, false]);
    const stolen = browser(world.server);
    stolen.cookie = before;
    expect(await isOpen(stolen)).toBe(false);
    const reset = await stolen.mutate('identity.resetPassword', { token, password: PASSWORD });
    expect(reset.error.appCode).toBe('INVALID_TOKEN');
    expect((await other.signIn(person.email)).status).toBe(401);
    expect((await other.signIn(person.email, NEXT)).status).toBe(200);
  });

  it('is done by one of two at the same moment', async () => {
    const { world, person, web } = await signedIn();
    const copy = browser(world.server);
    copy.cookie = web.cookie;
    const change = (client: Browser, next: string) =>
      client.mutate('identity.changePassword', { current: PASSWORD, next });
    const answers = await Promise.all([change(web, `${NEXT}a`), change(copy, `${NEXT}b`)]);
    expect(answers.filter(({ data }) => data)).toHaveLength(1);
    const winner = answers[0]?.data ? 'a' : 'b';
    expect((await browser(world.server).signIn(person.email, NEXT + winner)).status).toBe(200);
  });
});

describe('the own profile', () => {
  it('keeps name and language, seen with the next request', async () => {
    const { world, person, web } = await signedIn('member');
    const changed = await web.mutate('identity.updateProfile', { name: ' Lucas  Petit ', locale: 'EN-gb' });
    expect(changed.data).toEqual({
      id: person.id,
      email: person.email,
      name: 'Lucas  Petit',
      locale: 'en-GB',
      theme: null,
      density: null,
      emailVerified: false,
    });
    expect((await web.query('identity.session')).data.user).toMatchObject({ locale: 'en-GB' });
    await web.mutate('identity.updateProfile', { locale: null });
    expect((await web.query('identity.session')).data.user).toMatchObject({ locale: null });
    await web.mutate('identity.updateProfile', { locale: null });
    expect((await entries(world)).filter((entry) => entry.verb === 'user.updated')).toMatchObject([
      { before: { name: 'Marc Dupont', locale: null }, after: { name: 'Lucas  Petit', locale: 'en-GB' } },
      { before: { locale: 'en-GB' }, after: { locale: null } },
    ]);
  });

  it('keeps how the app looks, for every session of the person and nobody else', async () => {
    const { world, person, web } = await signedIn('client');
    const elsewhere = browser(world.server);
    await elsewhere.signIn(person.email);
    expect((await elsewhere.query('identity.session')).data.user).toMatchObject({
      theme: null,
      density: null,
    });
    await web.mutate('identity.updateProfile', { theme: 'dark' });
    await web.mutate('identity.updateProfile', { density: 'compact' });
    expect((await elsewhere.query('identity.session')).data.user).toMatchObject({
      theme: 'dark',
      density: 'compact',
      name: 'Marc Dupont',
    });
    const colleague = await personWithPassword(world.server.services, world.tenant.id, 'member');
    const other = browser(world.server);
    await other.signIn(colleague.email);
    expect((await other.query('identity.session')).data.user).toMatchObject({ theme: null, density: null });
  });

  it('names what is wrong', async () => {
    const { web } = await signedIn();
    const faults = async (input: object) => (await web.mutate('identity.updateProfile', input)).error.details;
    expect(await faults({})).toEqual([{ field: 'body', message: 'Nothing to change' }]);
    expect(await faults({ name: 'A\nB', locale: 'x' })).toEqual([
      { field: 'name', message: 'Must be a single line' },
      { field: 'locale', message: 'Must be a language tag' },
    ]);
    expect(await faults({ theme: 'pink', density: 1 })).toEqual([
      { field: 'theme', message: 'Must be one of system, light, dark' },
      { field: 'density', message: 'Must be one of comfortable, compact' },
    ]);
  });
});

describe('the own sessions', () => {
  it('are listed without tokens and ended one by one or all but this', async () => {
    const { world, person, web } = await signedIn('client');
    const [second, third] = [browser(world.server), browser(world.server)];
    for (const client of [second, third]) {
      world.server.clock.advance({ minutes: 1 });
      await client.call(
        'POST',
        '/api/auth/signin',
        { email: person.email, password: PASSWORD },
        { 'user-agent': 'Firefox' },
      );
    }
    const listed = (await web.query('identity.sessions')).data.items;
    expect(listed).toMatchObject([
      { current: false, userAgent: 'Firefox', tenantName: world.tenant.name },
      { current: false, ip: expect.stringMatching(/^10\./) },
      { current: true },
    ]);
    expect(JSON.stringify(listed)).not.toContain(second.cookie?.split('=')[1]);
    const ended = await web.mutate('identity.revokeSession', { id: listed[1].id });
    expect(ended.data).toEqual({ ended: 1 });
    expect([await isOpen(web), await isOpen(second), await isOpen(third)]).toEqual([true, false, true]);
    expect((await web.mutate('identity.revokeOtherSessions')).data).toEqual({ ended: 1 });
    expect([await isOpen(web), await isOpen(third)]).toEqual([true, false]);
    expect((await web.mutate('identity.revokeOtherSessions')).data).toEqual({ ended: 0 });
  });

  it("do not include somebody else's", async () => {
    const [mine, theirs] = [await signedIn(), await signedIn()];
    const { items } = (await theirs.web.query('identity.sessions')).data;
    const answer = await mine.web.mutate('identity.revokeSession', { id: items[0].id });
    expect(answer.error).toMatchObject({ appCode: 'NOT_FOUND', message: 'Session not found' });
    expect(await isOpen(theirs.web)).toBe(true);
  });
});

describe('working in several tenants', () => {
  it('lists them and moves the session, under a new token', async () => {
    const { world, person, web } = await signedIn();
    const second = await secondTenant(world.server.services, person.id, 'member');
    expect((await web.query('identity.tenants')).data.items).toEqual([
      {
        id: world.tenant.id,
        subdomain: world.tenant.subdomain,
        name: world.tenant.name,
        role: 'owner',
        current: true,
      },
      { id: second.id, subdomain: second.subdomain, name: 'Second', role: 'member', current: false },
    ]);
    const old = browser(world.server);
    old.cookie = web.cookie;
    world.server.clock.advance({ minutes: 1 });
    const switched = await web.mutate('identity.switchTenant', { tenantId: second.id });
    expect(switched.data).toEqual({ expires: expect.any(String) });
    expect(JSON.stringify(switched.data)).not.toContain(web.cookie?.split('=')[1]);
    expect((await web.query('identity.session')).data).toMatchObject({
      tenant: { id: second.id },
      role: 'member',
    });
    expect(await isOpen(old)).toBe(false);
    const { sql } = world.server.services.client;
    expect(await sql`select verb from journal_entries where tenant_id = ${second.id}`).toMatchObject([
      { verb: 'user.signed_in' },
    ]);
    expect((await browser(world.server).signIn(person.email)).body.user.tenantId).toBe(second.id);
  });

  it('is refused for tenants that one is no member of', async () => {
    const { world, person, web } = await signedIn();
    const [foreign, left] = [await createWorld(), await secondTenant(world.server.services, person.id)];
    await world.server.services.client.db
      .update(members)
      .set({ removedAt: new Date(0) })
      .where(and(eq(members.tenantId, left.id), eq(members.userId, person.id)));
    for (const tenantId of [foreign.tenant.id, left.id, 'nonsense', '']) {
      const answer = await web.mutate('identity.switchTenant', { tenantId });
      expect(answer.error, tenantId).toMatchObject({ appCode: 'NOT_FOUND', message: 'Tenant not found' });
    }
    expect(await isOpen(web)).toBe(true);
  });

  it("is refused on a host that names this tenant's", async () => {
    const { world, person } = await signedIn();
    const second = await secondTenant(world.server.services, person.id);
    const own = browser(world.server, `${world.tenant.subdomain}.localhost:3000`);
    await own.signIn(person.email);
    const answer = await own.mutate('identity.switchTenant', { tenantId: second.id });
    expect(answer.error.appCode).toBe('TENANT_MISMATCH');
  });
});

describe('accounts without a session', () => {
  it('are asked to sign in', async () => {
    const { world } = await signedIn();
    const visitor = browser(world.server);
    for (const name of ['tenants', 'sessions'])
      expect((await visitor.query(`identity.${name}`)).error.appCode).toBe('UNAUTHORIZED');
    for (const name of [
      'changePassword',
      'updateProfile',
      'revokeSession',
      'revokeOtherSessions',
      'switchTenant',
    ])
      expect((await visitor.mutate(`identity.${name}`)).error.appCode, name).toBe('UNAUTHORIZED');
  });
});
