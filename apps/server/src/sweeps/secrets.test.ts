import { unique } from '@officina/db/factories';
import { expect, it } from 'vitest';
import { Authenticator } from '../testing/authenticator.ts';
import { browser } from '../testing/browser.ts';
import { anotherServer, createWorld } from '../testing/harness.ts';
import { personWithPassword } from '../testing/people.ts';

const SECRETS_KEY = 'the canary that seals what is kept, long enough';
const CLIENT_SECRET = 'canary-of-the-oidc-client';
const WRONG = 'canary-of-a-wrong-Password1';
const NEXT = 'canary-of-a-new-Password1!';

/** Every secret that was given out or taken while it ran, by what it is. */
it('leaves no secret in logs, journal, jobs, lists or errors', async () => {
  const lines: string[] = [];
  const world = await createWorld();
  const server = await anotherServer(
    { LOG_LEVEL: 'debug', SECRETS_KEY },
    { write: (line) => void lines.push(line) },
  );
  const { sql } = server.services.client;
  const person = await personWithPassword(server.services, world.tenant.id, 'owner');
  const web = browser(server);
  const answers: unknown[] = [];
  const keep = <T>(answer: T): T => {
    answers.push(answer);
    return answer;
  };

  keep((await web.signIn(person.email, WRONG)).body);
  keep((await web.signIn(person.email)).body);
  const before = web.cookie ?? '';
  keep((await web.mutate('identity.changePassword', { current: 'SecurePassword123!', next: NEXT })).data);
  keep((await web.mutate('identity.proveByPassword', { password: WRONG })).error);
  keep((await web.mutate('identity.proveByPassword', { password: NEXT })).data);
  const key = (await web.mutate('apiKeys.create', { name: 'crm', scopes: ['read'] })).data.key;
  const hook = { url: 'https://example.com/hook', events: ['*'] };
  const { secret } = (await web.mutate('webhooks.create', hook)).data;
  const oidc = { issuer: 'https://idp.example.com', clientId: 'x', clientSecret: CLIENT_SECRET };
  keep((await web.mutate('sso.create', { name: 'Corp', kind: 'oidc', config: oidc })).data);
  keep(
    (await web.mutate('sso.create', { name: 'Corp', kind: 'oidc', config: { ...oidc, issuer: 'x' } })).error,
  );
  const { backupCodes } = (await web.call('POST', '/api/auth/passkeys', {})).body;
  const begun = (await web.call('POST', '/api/auth/passkeys/register', {})).body;
  const response = new Authenticator().register(begun.options);
  keep(
    (await web.call('POST', '/api/auth/passkeys/register', { challengeId: begun.challengeId, response }))
      .body,
  );
  keep(
    (await web.call('GET', '/api/v1/clients', undefined, { authorization: `Bearer ${key}x`, cookie: '' }))
      .body,
  );
  keep(
    (await web.call('POST', '/api/auth/verify-email', { action: 'forgot-password', email: person.email }))
      .body,
  );
  keep(
    (
      await web.call('POST', '/api/auth/verify-email', {
        action: 'reset-password',
        token: 'x',
        password: WRONG,
      })
    ).body,
  );
  keep(
    (await web.call('POST', '/api/auth/signin', `{"email": "${unique('x')}@x.test", "password": "${WRONG}`))
      .body,
  );
  for (const list of [
    'apiKeys.list',
    'webhooks.list',
    'sso.list',
    'passkeys.list',
    'identity.sessions',
    'journal.list',
  ])
    keep((await web.query(list)).data);

  const cookies = [before, web.cookie ?? ''].flatMap((header) => header.match(/session=([^;]+)/)?.[1] ?? []);
  const secrets = [WRONG, NEXT, CLIENT_SECRET, SECRETS_KEY, key, secret, ...backupCodes, ...cookies];
  expect(secrets.every((text) => typeof text === 'string' && text.length >= 9)).toBe(true);
  expect(cookies).toHaveLength(2);
  expect(lines.length).toBeGreaterThan(10);
  const journal =
    await sql`select to_jsonb(j) as row from journal_entries j where tenant_id = ${world.tenant.id}`;
  const jobs = await sql`select payload from graphile_worker._private_jobs`;
  const kept =
    await sql`select to_jsonb(p) as row from identity_providers p where tenant_id = ${world.tenant.id}`;
  const hooks =
    await sql`select to_jsonb(w) as row from webhook_subscriptions w where tenant_id = ${world.tenant.id}`;
  expect([journal.length, kept.length, hooks.length].every((rows) => rows > 0)).toBe(true);
  const places = { log: lines, answers, journal, jobs, providers: kept, hooks };
  for (const [place, content] of Object.entries(places)) {
    const text = JSON.stringify(content);
    for (const each of [...secrets, begun.options.challenge])
      expect(text.includes(each), `${place} holds ${each}`).toBe(false);
  }
});
