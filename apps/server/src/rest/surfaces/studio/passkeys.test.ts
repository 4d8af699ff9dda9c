import { describe, expect, it } from 'vitest';
import { Authenticator, FLAGS, type Tweaks } from '../../../testing/authenticator.ts';
import { type Browser, browser } from '../../../testing/browser.ts';
import { anotherServer, createWorld, testServer } from '../../../testing/harness.ts';
import { personWithPassword } from '../../../testing/people.ts';

const PATH = '/api/auth/passkeys';
const CHALLENGE = { error: 'Invalid or expired challenge', code: 'INVALID_CHALLENGE' };
const REJECTED = { error: 'Passkey could not be verified', code: 'PASSKEY_REJECTED' };
const MISSING = { error: 'Passkey not found', code: 'NOT_FOUND' };
const UUID = expect.stringMatching(/^[0-9a-f-]{36}$/);

async function signedIn(role: Parameters<typeof personWithPassword>[2] = 'owner') {
  const world = await createWorld();
  const { sql } = world.server.services.client;
  const person = await personWithPassword(world.server.services, world.tenant.id, role);
  const web = browser(world.server);
  await web.signIn(person.email);
  return { world, person, web, sql };
}
const begin = (web: Browser) => web.call('POST', `${PATH}/register`, {});
const ask = (web: Browser, email?: string) => web.call('POST', `${PATH}/authenticate`, { email });
const list = async (web: Browser) => (await web.call('GET', PATH)).body.passkeys;

async function register(web: Browser, key = new Authenticator(), tweaks: Tweaks = {}, more: object = {}) {
  const { options, challengeId } = (await begin(web)).body;
  const response = key.register(options, tweaks);
  const answer = await web.call('POST', `${PATH}/register`, { challengeId, response, ...more });
  return { key, answer, challengeId, response };
}

async function use(web: Browser, key: Authenticator, tweaks: Tweaks = {}, email?: string) {
  const { options, challengeId } = (await ask(web, email)).body;
  const response = key.authenticate(options, tweaks);
  const body = { challengeId, response };
  return { body, answer: await web.call('POST', `${PATH}/authenticate`, body) };
}
const told = ({ status, body }: { status: number; body: unknown }) => [status, body];

describe('making a passkey', () => {
  it('begins with what the browser has to know, and never with the account’s id', async () => {
    const { web, person } = await signedIn();
    const { status, body, headers } = await begin(web);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      success: true,
      challengeId: UUID,
      options: {
        challenge: expect.stringMatching(/^[\w-]{43}$/),
        rp: { name: 'Officina', id: 'localhost' },
        user: {
          id: expect.stringMatching(/^[\w-]{86}$/),
          name: person.email,
          displayName: person.name,
        },
        pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: 'public-key' })),
        timeout: 60_000,
        attestation: 'none',
        authenticatorSelection: {
          residentKey: 'preferred',
          requireResidentKey: false,
          userVerification: 'preferred',
        },
        excludeCredentials: [],
      },
    });
    const { key } = await register(web);
    const again = (await begin(web)).body.options;
    expect(again.user.id).toBe(body.options.user.id);
    expect(again.excludeCredentials).toEqual([
      { id: key.id, type: 'public-key', transports: ['hybrid', 'internal'] },
    ]);
  });

  it('keeps what was made, under its name', async () => {
    const { world, web } = await signedIn();
    const { answer } = await register(web, new Authenticator(), {}, { deviceName: ' MacBook Pro ' });
    expect(told(answer)).toEqual([
      200,
      { success: true, passkeyId: UUID, message: 'Passkey registered successfully' },
    ]);
    const synced = { attachment: null, flags: FLAGS.UP | FLAGS.AT | FLAGS.BE | FLAGS.BS };
    world.server.clock.advance({ seconds: 1 });
    await register(web, new Authenticator(undefined, 'ed25519'), synced, { deviceName: '' });
    const { body } = await web.call('GET', PATH);
    world.server.clock.advance({ seconds: -1 });
    expect(body).toEqual({
      success: true,
      passkeys: [
        {
          id: UUID,
          name: 'Passkey 2026-01-15',
          deviceType: 'cross-platform',
          backedUp: true,
          createdAt: '2026-01-15T10:00:01.000Z',
          lastUsedAt: null,
        },
        {
          id: answer.body.passkeyId,
          name: 'MacBook Pro',
          deviceType: 'platform',
          backedUp: false,
          createdAt: '2026-01-15T10:00:00.000Z',
          lastUsedAt: null,
        },
      ],
      count: 2,
    });
  });

  it('takes a statement that the key itself has signed', async () => {
    const { web } = await signedIn();
    expect((await register(web, new Authenticator(), { format: 'packed' })).answer.status).toBe(200);
  });

  it('refuses everything that is not as it should be', async () => {
    const { web } = await signedIn();
    const wrong: Record<string, Tweaks> = {
      type: { type: 'webauthn.get' },
      challenge: { challenge: 'A'.repeat(43) },
      origin: { origin: 'https://evil.example' },
      'top origin': { topOrigin: 'https://evil.example' },
      'relying party': { rpId: 'evil.example' },
      'nobody present': { flags: FLAGS.AT },
      'no credential': { flags: FLAGS.UP },
      'backed up without eligibility': { flags: FLAGS.UP | FLAGS.AT | FLAGS.BS },
      algorithm: { alg: -36 },
      'no point on the curve': { x: Buffer.alloc(32, 7) },
      'another id': { id: 'b3RoZXI' },
      'too long an id': { idLength: 1024 },
      'a statement that is none': { statement: new Map([['x', 1]]) },
      'a signature of nothing': {
        format: 'packed',
        statement: new Map<string, unknown>([
          ['alg', -7],
          ['sig', new Uint8Array(70)],
        ]),
      },
      certificates: {
        format: 'packed',
        statement: new Map<string, unknown>([
          ['alg', -7],
          ['sig', new Uint8Array(70)],
          ['x5c', [new Uint8Array(5)]],
        ]),
      },
      'a format with certificates': { format: 'fido-u2f' },
      'an unknown format': { format: 'made-up' },
    };
    for (const [what, tweaks] of Object.entries(wrong))
      expect(told((await register(web, new Authenticator(), tweaks)).answer), what).toEqual([400, REJECTED]);
    for (const response of [
      {},
      { id: 1, response: null },
      { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: '!', attestationObject: 'AA' } },
    ]) {
      const { challengeId } = (await begin(web)).body;
      expect(told(await web.call('PUT', `${PATH}/register`, { challengeId, response }))).toEqual([
        400,
        REJECTED,
      ]);
    }
    expect(await list(web)).toEqual([]);
  });

  it('takes a challenge once, in time, from its person and for its purpose', async () => {
    const { world, web } = await signedIn();
    const { challengeId, response } = await register(web);
    const keep = (id: unknown, client = web) =>
      client.call('POST', `${PATH}/register`, { challengeId: id, response });
    const foreign = (await begin((await signedIn()).web)).body.challengeId;
    const other = (await ask(web)).body.challengeId;
    for (const id of [challengeId, foreign, other, 'x', '0'.repeat(36)])
      expect(told(await keep(id))).toEqual([400, CHALLENGE]);
    const late = (await begin(web)).body.challengeId;
    world.server.clock.advance({ minutes: 5 });
    expect(told(await keep(late))).toEqual([400, CHALLENGE]);
    world.server.clock.advance({ minutes: -5 });
    const failed = await register(web, new Authenticator(), { origin: 'https://evil.example' });
    expect(told(await keep(failed.challengeId))).toEqual([400, CHALLENGE]);
    const missing = await web.call('POST', `${PATH}/register`, { response });
    expect([missing.status, missing.body.details]).toEqual([
      400,
      [{ field: 'challengeId', message: 'Required' }],
    ]);
    const { challengeId: open } = (await begin(web)).body;
    expect((await web.call('PUT', `${PATH}/register`, { challengeId: open })).body.details).toMatchObject([
      { field: 'response' },
    ]);
  });

  it('refuses a credential that anybody has', async () => {
    const { web } = await signedIn();
    const { key } = await register(web);
    const rival = (await signedIn()).web;
    for (const client of [web, rival]) {
      const { answer } = await register(client, key);
      expect(told(answer)).toEqual([
        409,
        { error: 'This passkey is already registered', code: 'PASSKEY_EXISTS' },
      ]);
    }
  });

  it('asks who it is and whence', async () => {
    const visitor = browser(await testServer());
    const refused = { error: 'Authentication required', code: 'UNAUTHORIZED' };
    for (const [method, path] of [
      ['GET', ''],
      ['POST', ''],
      ['POST', '/register'],
      ['PUT', '/register'],
      ['PATCH', '/x'],
      ['DELETE', '/x'],
    ] as const)
      expect(
        told(await visitor.call(method, `${PATH}${path}`, method === 'GET' ? undefined : {})),
        path,
      ).toEqual([401, refused]);
    const { web } = await signedIn('learner');
    const astray = await web.call('POST', `${PATH}/register`, {}, { origin: 'https://evil.example' });
    expect([astray.status, astray.body.code]).toEqual([403, 'ORIGIN_MISMATCH']);
    expect((await web.call('POST', `${PATH}/register`)).status).toBe(200);
  });

  it('is for the domain that the installation names', async () => {
    const server = await anotherServer({ WEBAUTHN_RP_ID: 'localhost', PUBLIC_URL: 'http://localhost:3000' });
    const { world } = await signedIn();
    const web = browser(server, `${world.tenant.subdomain}.localhost:3000`);
    expect((await ask(web)).body.options.rpId).toBe('localhost');
    const host = `${world.tenant.subdomain}.localhost`;
    const plain = browser(world.server, `${host}:3000`);
    expect((await ask(plain)).body.options.rpId).toBe(host);
  });
});

describe('signing in with a passkey', () => {
  it('opens the one session, and notes the use', async () => {
    const { world, web, person, sql } = await signedIn();
    const { key } = await register(web);
    const other = browser(world.server);
    const asked = await ask(other, person.email);
    expect(asked.body).toEqual({
      success: true,
      options: {
        challenge: expect.stringMatching(/^[\w-]{43}$/),
        timeout: 60_000,
        rpId: 'localhost',
        userVerification: 'preferred',
      },
      challengeId: UUID,
    });
    expect(Object.keys((await ask(other, 'nobody@example.test')).body.options)).toEqual(
      Object.keys(asked.body.options),
    );
    key.counter = 1;
    const { answer, body } = await use(other, key, { flags: FLAGS.UP }, person.email);
    expect(told(answer)).toEqual([
      200,
      {
        success: true,
        user: { id: person.id, email: person.email, name: person.name, role: 'admin' },
        message: 'Signed in successfully',
      },
    ]);
    expect(answer.headers.getSetCookie()[1]).toMatch(/^next-auth\.session-token=/);
    expect((await other.call('GET', '/api/auth/session')).body.user.email).toBe(person.email);
    expect(await list(web)).toMatchObject([{ lastUsedAt: '2026-01-15T10:00:00.000Z' }]);
    expect(told(await other.call('PUT', `${PATH}/authenticate`, body))).toEqual([400, CHALLENGE]);
    const verbs = await sql`select verb, after from journal_entries
      where tenant_id = ${world.tenant.id} and verb like any (array['passkey.%', 'user.%']) order by xid, id`;
    expect(verbs.map(({ verb }) => verb)).toEqual([
      'user.signed_in',
      'passkey.registered',
      'passkey.used',
      'user.signed_in',
    ]);
    expect(verbs.at(-1)?.after).toEqual({ source: 'passkey' });
  });

  it('needs no address, and prints the role of the membership', async () => {
    const { web } = await signedIn('client');
    const { key } = await register(web, new Authenticator(undefined, 'ed25519'));
    const { answer } = await use(web, key, { userHandle: null });
    expect(answer.body.user.role).toBe('client');
  });

  it('has one answer for all that is wrong', async () => {
    const { world, web, person, sql } = await signedIn();
    const { key } = await register(web);
    const other = await signedIn();
    const wrong: Record<string, Tweaks> = {
      type: { type: 'webauthn.create' },
      challenge: { challenge: 'A'.repeat(43) },
      origin: { origin: 'https://evil.example' },
      'top origin': { topOrigin: 'https://evil.example' },
      'relying party': { rpId: 'evil.example' },
      'nobody present': { flags: FLAGS.UV },
      'became eligible for backup': { flags: FLAGS.UP | FLAGS.BE },
      'a handle of somebody else': { userHandle: 'b3RoZXI' },
      'an unknown credential': { id: 'dW5rbm93bg' },
    };
    const visitor = browser(await testServer());
    for (const [what, tweaks] of Object.entries(wrong))
      expect(told((await use(visitor, key, tweaks)).answer), what).toEqual([401, REJECTED]);
    const impostor = new Authenticator();
    expect(told((await use(visitor, impostor, { id: key.id, userHandle: null })).answer)).toEqual([
      401,
      REJECTED,
    ]);
    expect(told((await use(visitor, key, {}, other.person.email)).answer)).toEqual([401, REJECTED]);
    for (const response of [{}, { id: key.id }, { id: key.id, response: { userHandle: 7 } }, { id: ['x'] }]) {
      const { challengeId } = (await ask(visitor)).body;
      expect(told(await visitor.call('POST', `${PATH}/authenticate`, { challengeId, response }))).toEqual([
        401,
        REJECTED,
      ]);
    }
    await sql`update members set removed_at = now()
      where tenant_id = ${world.tenant.id} and user_id = ${person.id}`;
    expect(told((await use(visitor, key)).answer)).toEqual([401, REJECTED]);
    expect(visitor.cookie).toBeNull();
    const { challengeId } = (await ask(visitor)).body;
    const missing = await visitor.call('POST', `${PATH}/authenticate`, { challengeId });
    expect([missing.status, missing.body.code]).toEqual([400, 'VALIDATION_ERROR']);
    const registration = (await begin(other.web)).body.challengeId;
    const foreign = await visitor.call('POST', `${PATH}/authenticate`, {
      challengeId: registration,
      response: {},
    });
    expect(told(foreign)).toEqual([400, CHALLENGE]);
  });

  it('refuses a counter that has not grown, and warns', async () => {
    const { world, web, sql } = await signedIn();
    const { key } = await register(web, new Authenticator(), { counter: 7 });
    const visitor = browser(world.server);
    for (const counter of [7, 3, 0])
      expect(told((await use(visitor, key, { counter })).answer)).toEqual([401, REJECTED]);
    expect((await use(visitor, key, { counter: 8 })).answer.status).toBe(200);
    const warnings = await sql`select after from journal_entries
      where tenant_id = ${world.tenant.id} and verb = 'passkey.counter_warning' order by xid, id`;
    expect(warnings.map(({ after }) => [after.stored, after.counter])).toEqual([
      [7, 7],
      [7, 3],
      [7, 0],
    ]);
    const twice = await Promise.all([
      use(browser(world.server), key, { counter: 9 }),
      use(browser(world.server), key, { counter: 9 }),
    ]);
    expect(twice.map(({ answer }) => answer.status).sort()).toEqual([200, 401]);
  });
});

describe('passkeys of one’s own', () => {
  it('are renamed and removed, those of others do not exist', async () => {
    const { web } = await signedIn();
    const { answer } = await register(web);
    const path = `${PATH}/${answer.body.passkeyId}`;
    expect(told(await web.call('PATCH', path, { name: ' Key ring ' }))).toEqual([
      200,
      { success: true, message: 'Passkey renamed successfully' },
    ]);
    expect(await list(web)).toMatchObject([{ name: 'Key ring' }]);
    for (const name of [undefined, 'x'.repeat(65), 7])
      expect((await web.call('PATCH', path, { name })).body.details).toMatchObject([{ field: 'name' }]);
    const rival = (await signedIn()).web;
    for (const [client, target] of [
      [rival, path],
      [web, `${PATH}/x`],
      [web, `${PATH}/${'0'.repeat(36)}`],
    ] as const) {
      expect(told(await client.call('PATCH', target, { name: 'x' }))).toEqual([404, MISSING]);
      expect(told(await client.call('DELETE', target))).toEqual([404, MISSING]);
    }
    expect(told(await web.call('DELETE', path))).toEqual([
      200,
      { success: true, message: 'Passkey removed successfully' },
    ]);
    expect(told(await web.call('DELETE', path))).toEqual([404, MISSING]);
  });

  it('stay while nothing else lets in', async () => {
    const { web, person, sql } = await signedIn();
    const keys = [(await register(web)).answer, (await register(web)).answer];
    await sql`update users set password_hash = null where id = ${person.id}`;
    const removals = await Promise.all(
      keys.map(({ body }) => web.call('DELETE', `${PATH}/${body.passkeyId}`)),
    );
    expect(removals.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(removals.find(({ status }) => status === 409)?.body).toEqual({
      error: 'The only way to sign in cannot be removed',
      code: 'LAST_CREDENTIAL',
    });
  });
});

describe('backup codes', () => {
  it('are ten, told once, and replace the earlier ones', async () => {
    const { web, sql, person } = await signedIn();
    const first = await web.call('POST', PATH);
    expect(told(first)).toEqual([
      200,
      { success: true, backupCodes: expect.any(Array), message: expect.any(String) },
    ]);
    expect(new Set(first.body.backupCodes).size).toBe(10);
    for (const code of first.body.backupCodes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
    const second = await web.call('POST', PATH, { action: 'generate_backup_codes' });
    expect(await sql`select from backup_codes where user_id = ${person.id}`).toHaveLength(10);
    expect((await web.call('POST', PATH, { action: 'other' })).body.details).toMatchObject([
      { field: 'action' },
    ]);
    const visitor = browser(await testServer());
    const enter = (backupCode: string) =>
      visitor.call('POST', `${PATH}/authenticate`, { email: person.email, backupCode });
    expect((await enter(first.body.backupCodes[0])).status).toBe(401);
    const typed = second.body.backupCodes[0].toLowerCase().replace('-', ' ');
    const entered = await enter(typed);
    expect(entered.body).toEqual({
      success: true,
      user: { id: person.id, email: person.email, name: person.name, role: 'admin' },
      message: 'Signed in successfully',
    });
    expect((await visitor.call('GET', '/api/auth/session')).body.user.email).toBe(person.email);
    expect((await enter(typed)).status).toBe(401);
    const many = await Promise.all([1, 2, 3].map(() => enter(second.body.backupCodes[1])));
    expect(many.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it('are tried five times, whether there is such an account or not', async () => {
    const { world, web, person } = await signedIn();
    const [code] = (await web.call('POST', PATH)).body.backupCodes;
    const refused = { error: 'Invalid backup code', code: 'INVALID_BACKUP_CODE' };
    for (const email of [person.email, 'nobody-with-codes@example.test']) {
      const enter = (backupCode: string) =>
        browser(world.server).call('POST', `${PATH}/authenticate`, { email, backupCode });
      for (let i = 0; i < 5; i++) expect(told(await enter('AAAA-AAAA'))).toEqual([401, refused]);
      const beyond = await enter(code);
      expect([beyond.status, beyond.body.code]).toEqual([429, 'RATE_LIMITED']);
    }
    world.server.clock.advance({ minutes: 15 });
    const later = await browser(world.server).call('POST', `${PATH}/authenticate`, {
      email: person.email,
      backupCode: code,
    });
    expect(later.status).toBe(200);
    world.server.clock.advance({ minutes: -15 });
  });
});
