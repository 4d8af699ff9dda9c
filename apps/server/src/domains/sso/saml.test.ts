import { createMember, unique } from '@officina/db/factories';
import { users } from '@officina/db/schema/identity';
import { members } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { browser } from '../../testing/browser.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { personWithPassword } from '../../testing/people.ts';
import { createProvider, listProviders, updateProvider } from './providers.ts';
import { CORP, samlFlow } from './testing/saml-flow.ts';
import { assertionOf, responseOf, signed } from './testing/saml-idp.ts';

let world: World;
let idpId: string;
const domain = `${unique('corp')}.test`;
beforeAll(async () => {
  world = await createWorld();
  const made = await createProvider(world.ctx, {
    ...CORP,
    status: 'active',
    domains: [domain],
    groupMapping: [{ group: 'bosses', role: 'manager' }],
  });
  idpId = made.id;
});

const { said, answer: ok, end, ...flow } = samlFlow(() => world, domain);
const begin = (body: object = { idpId, relayState: '/clients?x=1' }) => flow.begin(body);
const stranger = () => {
  const web = browser(world.server);
  web.cookie = 'sso.flow=another';
  return web;
};
const FAILED = { status: 302, to: '/login?error=SSO_FAILED', session: null };
const roleOf = async (email: string) => {
  const { db } = world.server.services.client;
  const [row] = await db
    .select({ role: members.role })
    .from(users)
    .innerJoin(members, and(eq(members.userId, users.id), eq(members.tenantId, world.tenant.id)))
    .where(eq(users.email, email));
  return row?.role;
};

describe('a SAML sign-in', () => {
  it('begins with a request of ours, and ends with a session and a member', async () => {
    const { answer, web, xml, requestId } = await begin();
    expect(answer.body).toEqual({
      success: true,
      url: expect.stringContaining('https://idp.test/sso?SAMLRequest='),
      request: null,
      relayState: '/clients?x=1',
    });
    expect(xml).toContain('AssertionConsumerServiceURL="http://localhost:3000/api/auth/sso/callback/saml"');
    expect(requestId).toMatch(/^_[0-9a-f-]{36}$/);
    expect(await end(web, ok(requestId))).toMatchObject({ status: 302, to: '/clients?x=1' });
    expect((await web.call('GET', '/api/auth/session')).body.user.email).toBe(`ada@${domain}`);
    expect(await roleOf(`ada@${domain}`)).toBe('member');
    const again = await begin({ email: `ADA@${domain}` });
    const boss = await end(again.web, ok(again.requestId, { groups: ['x', 'bosses'] }));
    expect(boss.to).toBe('/');
    expect(await roleOf(`ada@${domain}`)).toBe('manager');
  });

  it('never makes an owner less, nor takes an account whose mailbox was not proved', async () => {
    const { db } = world.server.services.client;
    const boss = await createMember(db, world.tenant.id, 'owner', { email: `owner@${domain}` });
    const squatter = await createMember(db, world.tenant.id, 'member', {
      email: `late@${domain}`,
      passwordHash: 'guessed',
      emailVerifiedAt: null,
    });
    for (const { email } of [boss, squatter]) {
      const { web, requestId } = await begin();
      const done = await end(web, ok(requestId, { email, nameId: email, groups: ['bosses'] }));
      expect(done.to).toBe('/clients?x=1');
    }
    expect(await roleOf(boss.email)).toBe('owner');
    const [after] = await db.select().from(users).where(eq(users.id, squatter.id));
    expect(after).toMatchObject({ passwordHash: null, emailVerifiedAt: expect.any(Date) });
  });

  const attacks: [string, (requestId: string) => string][] = [
    ['unsigned', (id) => responseOf(id, assertionOf(said(id)))],
    ['tampered with', (id) => ok(id).replace(`ada@${domain}`, `owner@${domain}`)],
    [
      'wrapped around another',
      (id) => {
        const inner = ok(id);
        const [assertion = ''] = /<saml:Assertion.*<\/saml:Assertion>/.exec(inner) ?? [];
        const evil = assertionOf(said(id, { email: `owner@${domain}`, id: '_evil' }));
        return responseOf(id, evil.replace('</saml:Issuer>', `</saml:Issuer>${assertion}`));
      },
    ],
    [
      'with an unsigned one beside it',
      (id) => ok(id).replace('</samlp:Response>', `${assertionOf(said(id))}</samlp:Response>`),
    ],
    ['for another audience', (id) => ok(id, { audience: 'https://other.test' })],
    ['for another address', (id) => ok(id, { recipient: 'https://other.test' })],
    ['of another issuer', (id) => ok(id, { issuer: 'https://other.test' })],
    ['expired', (id) => ok(id, { minutes: -3 })],
    ['from the future', (id) => ok(id, { now: '2030-01-01T00:00:00Z' })],
    ['to another request', (id) => signed(responseOf(id, assertionOf(said('_other'))))],
    ['refused by the provider', (id) => signed(responseOf(id, assertionOf(said(id)), 'Requester'))],
    ['signed with SHA-1', (id) => signed(responseOf(id, assertionOf(said(id))), 'sha1')],
    ['with a comment in the name', (id) => ok(id, { nameId: 'own<!-- -->er' })],
    ['with a document type', (id) => `<!DOCTYPE x [<!ENTITY a "b">]>${ok(id)}`],
    ['of a domain that is not the provider’s', (id) => ok(id, { email: 'x@elsewhere.test', nameId: 'x' })],
    ['no XML', () => 'nonsense'],
  ];
  it.each(attacks)('refuses an answer that is %s', async (_, forge) => {
    const { web, requestId } = await begin();
    expect(await end(web, forge(requestId))).toEqual(FAILED);
  });

  it('is of the request that its own browser began, and of no trial', async () => {
    const [one, two] = [await begin(), await begin()];
    expect(await end(two.web, ok(one.requestId))).toEqual(FAILED);
    expect(await end(two.web, ok(two.requestId))).toMatchObject({ to: '/clients?x=1' });
    const boss = await personWithPassword(world.server.services, world.tenant.id, 'owner');
    const web = browser(world.server);
    await web.signIn(boss.email);
    const trial = await flow.begin({ id: idpId }, { path: 'trial', web });
    // Lured into posting somebody else's answer, the owner stays who they are and the trial waits.
    expect(await end(web, ok(one.requestId))).toEqual(FAILED);
    expect((await web.query('identity.session')).data.user.email).toBe(boss.email);
    expect(await end(stranger(), ok(trial.requestId))).toEqual(FAILED);
    expect(await end(web, ok(trial.requestId))).toEqual({ ...FAILED, to: `/settings/sso/${idpId}` });
    expect(await end(one.web, ok(one.requestId))).toMatchObject({ to: '/clients?x=1' });
  });

  it('is good once, for one browser, in time', async () => {
    const { web, requestId } = await begin();
    const answer = ok(requestId);
    expect(await end(stranger(), answer)).toEqual(FAILED);
    const storm = await Promise.all([end(web, answer), end(web, answer), end(web, answer)]);
    expect(storm.filter(({ session }) => session)).toHaveLength(1);
    const next = await begin();
    const replayed = ok(next.requestId, { id: /ID="(_a[^"]+)"/.exec(answer)?.[1] ?? '' });
    expect(await end(next.web, replayed)).toEqual(FAILED);
    const late = await begin();
    world.server.clock.advance({ minutes: 6 });
    expect(await end(late.web, ok(late.requestId))).toEqual(FAILED);
  });

  it('is of providers that are on, of the right kind, and domains that are proved', async () => {
    const web = browser(world.server);
    const call = (path: string, body: object) => web.call('POST', path, body);
    expect((await call('/api/auth/sso/saml', {})).status).toBe(400);
    for (const body of [{ idpId: 'none' }, { email: 'x@nobody.test' }]) {
      const answer = await call('/api/auth/sso/saml', body);
      expect([answer.status, answer.body]).toEqual([
        404,
        { error: 'Identity provider not found', code: 'NOT_FOUND' },
      ]);
    }
    expect((await call('/api/auth/sso/oidc', { idpId })).status).toBe(404);
    const other = await createWorld();
    const rival = { ...CORP, domains: [domain] };
    await expect(createProvider(other.ctx, rival)).rejects.toMatchObject({ code: 'CONFLICT' });
    const free = { ...rival, domains: ['gmail.com'] };
    await expect(createProvider(other.ctx, free)).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    await expect(createProvider(await world.as('manager'), rival)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await updateProvider(world.ctx, { id: idpId, status: 'inactive' });
    expect((await call('/api/auth/sso/saml', { idpId })).status).toBe(404);
    expect((await listProviders(world.ctx, {}))[0]?.missing).toEqual(['active']);
    const metadata = await web.call('GET', '/api/auth/sso/saml');
    expect(metadata.headers.get('content-type')).toContain('application/samlmetadata+xml');
    expect(metadata.body).toContain('entityID="http://localhost:3000/api/auth/sso/saml"');
    const callback = await web.call('GET', '/api/auth/sso/callback/elsewhere');
    expect(callback.status).toBe(404);
  });
});
