import { unique } from '@officina/db/factories';
import { beforeAll, describe, expect, it } from 'vitest';
import { readOutbox } from '../../../domains/messaging/outbox.ts';
import { browser } from '../../../testing/browser.ts';
import { createWorld, testServer, type World } from '../../../testing/harness.ts';
import { runJobs } from '../../../testing/run-jobs.ts';

const SIGN_UP = '/api/auth/signup';
const VERIFY = '/api/auth/verify-email';
const PASSWORD = 'securepassword123';
const DEAD = { error: 'Invalid or expired token', code: 'INVALID_TOKEN' };
const UNVERIFIED = { error: 'Verify your email address first', code: 'EMAIL_NOT_VERIFIED' };
const UUID = expect.stringMatching(/^[0-9a-f-]{36}$/);

beforeAll(() => testServer({ RATE_LIMIT: 'on' }));

const told = ({ status, body }: { status: number; body: unknown }) => [status, body];
const someone = (facts: object = {}) => ({
  email: `${unique('john')}@x.test`,
  password: PASSWORD,
  name: 'John Doe',
  ...facts,
});
const visitorOf = ({ server, tenant }: World) => browser(server, `${tenant.subdomain}.localhost:3000`);

/** A mail's link, looked for in every tenant: a sign-up makes one. */
async function mailed(email: string): Promise<{ subject: string; token: string }> {
  const { sql } = (await testServer()).services.client;
  const [mail] = await sql`select subject, text from outbox_messages
    where /* cross-tenant: a test's own address */ true and "to" = ${email} order by created_at desc, id desc limit 1`;
  return { subject: mail?.subject, token: /\?token=([0-9a-f]{64})\b/.exec(mail?.text)?.[1] ?? '' };
}

async function signedUp(facts: object = {}) {
  const world = await createWorld();
  const web = visitorOf(world);
  const asked = someone(facts);
  const answer = await web.call('POST', SIGN_UP, asked);
  const home = browser(world.server);
  await home.signIn(asked.email, PASSWORD);
  return { world, asked, answer, web: home };
}

describe('GET /api/auth/signup', () => {
  it('says what can be chosen', async () => {
    const { body, headers } = await browser(await testServer()).call('GET', SIGN_UP);
    expect(body).toEqual({
      availableRoles: ['user', 'freelancer', 'client'],
      passwordRequirements: { minLength: 8 },
      emailVerificationRequired: true,
      oauthProviders: ['google', 'github'],
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('POST /api/auth/signup without a subdomain', () => {
  it('founds a business of their own, in the words of the contract', async () => {
    const { answer, asked, web, world } = await signedUp({ email: ` ${unique('A.B')}@x.test ` });
    const email = asked.email.trim().toLowerCase();
    expect(told(answer)).toEqual([
      201,
      {
        success: true,
        message: 'Account created successfully!',
        user: { id: UUID, email, name: 'John Doe', role: 'user' },
      },
    ]);
    expect(answer.headers.getSetCookie()).toEqual([]);
    const { data } = await web.query('identity.session');
    expect(data).toMatchObject({
      role: 'owner',
      permissions: ['verification.own', 'outbox.read'],
      user: { email, emailVerified: false, mustVerify: true },
      tenant: { name: 'John Doe', plan: 'free', locale: 'en', currency: 'USD', timeZone: 'UTC' },
    });
    expect(data.tenant.subdomain).toMatch(/^john-doe-[a-z]{6}$/);
    expect((await mailed(email)).subject).toBe('Verify your email address');
    const { sql } = world.server.services.client;
    const verbs = await sql`select verb, after from journal_entries
      where tenant_id = ${data.tenant.id} and verb = 'user.signed_up'`;
    expect(verbs).toEqual([{ verb: 'user.signed_up', after: { email, role: 'user' } }]);
  });

  it('makes a client of an organisation of their own in this firm', async () => {
    const world = await createWorld();
    const { sql } = world.server.services.client;
    for (const name of ['Jane Roe', 'Jane Roe']) {
      const asked = someone({ name, role: 'client' });
      const { body } = await visitorOf(world).call('POST', SIGN_UP, asked);
      expect(body.user).toMatchObject({ name, role: 'client' });
    }
    const clients = await sql`select c.display_name, o.standing, m.role from members m
      join organizations o on o.tenant_id = m.tenant_id and o.contact_id = m.contact_id
      join contacts c on c.tenant_id = o.tenant_id and c.id = o.contact_id
      where m.tenant_id = ${world.tenant.id} order by c.display_name`;
    expect(clients).toEqual([
      { display_name: 'Jane Roe', standing: 'prospect', role: 'client' },
      { display_name: 'Jane Roe 2', standing: 'prospect', role: 'client' },
    ]);
    const noFirm = browser(world.server, `${unique('none')}.localhost:3000`);
    const nowhere = await noFirm.call('POST', SIGN_UP, someone({ role: 'client' }));
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('names what is wrong, field by field', async () => {
    const web = browser(await testServer());
    const wrong: [object, string[]][] = [
      [{}, ['email', 'password', 'name']],
      [someone({ email: 'x' }), ['email']],
      [someone({ email: `${'a'.repeat(250)}@x.test` }), ['email']],
      [someone({ password: '7letter' }), ['password']],
      [someone({ password: 'x'.repeat(129) }), ['password']],
      [someone({ name: ' J ' }), ['name']],
      [someone({ name: 'x'.repeat(121) }), ['name']],
      [someone({ role: 'admin' }), ['role']],
      [someone({ name: 'a\u0000b' }), ['name']],
    ];
    for (const [body, fields] of wrong) {
      const answer = await web.call('POST', SIGN_UP, body);
      expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_ERROR']);
      expect([...new Set(answer.body.details.map(({ field }: { field: string }) => field))]).toEqual(fields);
    }
    expect((await web.call('POST', SIGN_UP, '{')).body).toEqual({
      error: 'Malformed JSON',
      code: 'INVALID_JSON',
    });
  });

  it('takes an address once, also when two ask at the same time', async () => {
    const world = await createWorld();
    const { sql } = world.server.services.client;
    const asked = someone();
    const both = await Promise.all([1, 2].map(() => visitorOf(world).call('POST', SIGN_UP, asked)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toEqual({
      error: 'Email already registered',
      code: 'EMAIL_EXISTS',
    });
    const made = await sql`select from members where /* cross-tenant: a test's own person */ true
      and user_id = (select id from users where email = ${asked.email})`;
    expect(made).toHaveLength(1);
  });

  it('is counted: three an hour from one address', async () => {
    const web = browser(await testServer());
    for (let i = 0; i < 3; i++) expect((await web.call('POST', SIGN_UP, someone())).status).toBe(201);
    const refused = await web.call('POST', SIGN_UP, someone());
    expect([refused.status, refused.body.code]).toEqual([429, 'RATE_LIMITED']);
  });

  it('lets an unverified account do nothing else, by any door', async () => {
    const { web } = await signedUp();
    const refused = await web.call('GET', '/api/auth/passkeys');
    expect(told(refused)).toEqual([403, UNVERIFIED]);
    for (const path of ['/api/contacts', '/api/portal/notifications', '/api/auth/passkeys/register'])
      expect((await web.call(path.endsWith('register') ? 'POST' : 'GET', path)).status, path).toBe(403);
    for (const procedure of ['contacts.list', 'identity.sessions', 'tenancy.settings'])
      expect((await web.query(procedure)).error.appCode, procedure).toBe('EMAIL_NOT_VERIFIED');
    expect((await web.query('messaging.outbox')).status).toBe(200);
    expect((await web.call('GET', '/api/auth/session')).body.user.role).toBe('OWNER');
    expect((await web.call('POST', '/api/auth/signout')).body).toEqual({ success: true });
  });
});

describe('POST /api/auth/verify-email', () => {
  it('verifies once, and the open sessions gain their rights', async () => {
    const { web, asked, answer, world } = await signedUp();
    const { token } = await mailed(asked.email);
    const visitor = browser(world.server);
    const shown = await visitor.call('GET', `${VERIFY}?token=${token}`);
    expect([shown.status, shown.headers.get('location')]).toEqual([302, `/verify-email?token=${token}`]);
    const tries = await Promise.all([1, 2, 3].map(() => visitor.call('POST', VERIFY, { token })));
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect(tries.find(({ status }) => status === 200)?.body).toEqual({
      success: true,
      message: 'Email verified successfully',
      userId: answer.body.user.id,
      email: asked.email,
    });
    expect(told(await visitor.call('POST', VERIFY, { token }))).toEqual([400, DEAD]);
    expect((await web.call('GET', '/api/auth/passkeys')).body).toEqual({
      success: true,
      passkeys: [],
      count: 0,
    });
    const again = await web.call('POST', VERIFY, { action: 'resend-verification' });
    expect([again.status, again.body.code]).toEqual([409, 'ALREADY_VERIFIED']);
  });

  it('has one text for every token that is none', async () => {
    const { world, asked, web } = await signedUp();
    const { token } = await mailed(asked.email);
    expect((await web.call('POST', VERIFY, { action: 'resend-verification' })).status).toBe(200);
    const { token: late } = await mailed(asked.email);
    world.server.clock.advance({ hours: 24 });
    const visitor = browser(world.server);
    for (const dead of [token, late, 'x', '', 'y'.repeat(10_000), '0'.repeat(64)])
      expect(told(await visitor.call('POST', VERIFY, { token: dead }))).toEqual([400, DEAD]);
    world.server.clock.advance({ hours: -24 });
    for (const body of [{}, { token: 7 }, { token, action: 'other' }, { action: 'other' }]) {
      const answer = await visitor.call('POST', VERIFY, body);
      expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_ERROR']);
    }
    expect((await visitor.call('POST', VERIFY, { token: late })).status).toBe(200);
  });

  it('sends the mail again, three times an hour', async () => {
    const { web, world } = await signedUp();
    const resend = (client = web) => client.call('POST', VERIFY, { action: 'resend-verification' });
    expect(told(await resend(browser(world.server)))).toEqual([
      401,
      { error: 'Authentication required', code: 'UNAUTHORIZED' },
    ]);
    const many = await Promise.all(Array.from({ length: 5 }, () => resend()));
    expect(many.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429]);
    expect(many.find(({ status }) => status === 200)?.body).toEqual({
      success: true,
      message: 'Verification email sent',
      expiresIn: 86_400_000,
    });
    world.server.clock.advance({ hours: 1 });
    expect((await resend()).status).toBe(200);
    world.server.clock.advance({ hours: -1 });
  });

  it('replaces a forgotten password: once, and all sessions end', async () => {
    const { web, asked, world } = await signedUp();
    const visitor = browser(world.server);
    const forgot = (email: string) => visitor.call('POST', VERIFY, { action: 'forgot-password', email });
    const known = await forgot(asked.email);
    expect(told(known)).toEqual([
      200,
      { success: true, message: 'If the address is known, a mail is on its way' },
    ]);
    expect(told(await forgot('nobody@x.test'))).toEqual(told(known));
    expect((await forgot('x')).body.details).toMatchObject([{ field: 'email' }]);
    await runJobs(world);
    const { subject, token } = await mailed(asked.email);
    expect(subject).toBe('Reset your password');
    const reset = (password: string, given = token) =>
      visitor.call('POST', VERIFY, { action: 'reset-password', token: given, password });
    expect((await reset('short')).body.details).toMatchObject([{ field: 'password' }]);
    expect(told(await reset('anotherpassword', 'x'))).toEqual([400, DEAD]);
    const done = await reset('anotherpassword');
    expect(told(done)).toEqual([200, { success: true, message: expect.any(String) }]);
    expect(told(await reset('anotherpassword'))).toEqual([400, DEAD]);
    expect((await web.call('GET', '/api/auth/session')).body).toEqual({});
    expect((await visitor.signIn(asked.email, PASSWORD)).status).toBe(401);
    expect((await visitor.signIn(asked.email, 'anotherpassword')).status).toBe(200);
    // The mail has proved the address.
    expect((await visitor.call('GET', '/api/auth/passkeys')).status).toBe(200);
    expect((await readOutbox(world.ctx, {})).items).toEqual([]);
  });
});
