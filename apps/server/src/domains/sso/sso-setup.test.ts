import { createVerify, X509Certificate } from 'node:crypto';
import { unique } from '@officina/db/factories';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, browser } from '../../testing/browser.ts';
import { anotherServer, createWorld, type World } from '../../testing/harness.ts';
import { personWithPassword, secondTenant } from '../../testing/people.ts';
import { createProvider, listProviders, updateProvider } from './providers.ts';
import { readMetadata } from './read-metadata.ts';
import { sweepSso } from './sweep-sso.ts';
import { CORP, samlFlow } from './testing/saml-flow.ts';
import { CERTIFICATE, ENTITY } from './testing/saml-idp.ts';

let world: World;
let idpId: string;
const domain = `${unique('setup')}.test`;
const settings = async () => (await listProviders(world.ctx, {})).find(({ id }) => id === idpId);

beforeAll(async () => {
  world = await createWorld();
  ({ id: idpId } = await createProvider(world.ctx, { ...CORP, domains: [domain] }));
});

async function owner() {
  const person = await personWithPassword(world.server.services, world.tenant.id, 'owner');
  const web = browser(world.server);
  await web.signIn(person.email);
  return web;
}
const { goThrough } = samlFlow(() => world, domain);

describe('a trial', () => {
  it('goes through the whole sign-in of a provider that is off, and keeps nothing but what it found', async () => {
    const web = await owner();
    const before = web.cookie;
    const done = await goThrough(web, 'trial', { id: idpId });
    expect([done.status, done.to]).toEqual([302, `/settings/sso/${idpId}`]);
    expect(web.cookie).toContain(before);
    const view = await settings();
    expect(view?.trial).toMatchObject({ passed: true, triedAt: '2026-01-15T10:00:00.000Z' });
    expect(view?.trial?.steps.map(({ check }) => check)).toEqual([
      'answer',
      'status',
      'shape',
      'destination',
      'signature',
      'issuer',
      'recipient',
      'time',
      'audience',
      'person',
      'account',
      'role',
    ]);
    expect(view?.trial?.steps.at(-1)).toEqual({ check: 'role', ok: true, detail: 'member' });
    const { sql } = world.server.services.client;
    expect(await sql`select 1 from users where email = ${`ada@${domain}`}`).toHaveLength(0);
    expect(await sql`select 1 from sso_links where tenant_id = ${world.tenant.id}`).toHaveLength(0);
    expect(view?.missing).toEqual(['active']);
  });

  it('says which check failed and why, and is gone when the settings change', async () => {
    const web = await owner();
    await goThrough(web, 'trial', { id: idpId }, { audience: 'https://other.test' });
    const failed = (await settings())?.trial;
    expect(failed?.passed).toBe(false);
    expect(failed?.steps.at(-1)).toEqual({
      check: 'audience',
      ok: false,
      detail: 'the assertion is for another audience',
    });
    await goThrough(web, 'trial', { id: idpId }, { email: 'x@elsewhere.test', nameId: 'x' });
    expect((await settings())?.trial?.steps.at(-1)).toMatchObject({ check: 'account', ok: false });
    await updateProvider(world.ctx, { id: idpId, config: { ssoUrl: 'https://idp.test/other' } });
    expect((await settings())?.trial).toBeNull();
  });

  it('is begun by who may set providers up, of their own firm, and by nobody’s page but ours', async () => {
    const web = await owner();
    const foreign = await web.call(
      'POST',
      '/api/auth/sso/trial',
      { id: idpId },
      { origin: 'https://evil.test' },
    );
    expect(foreign.status).toBe(403);
    expect((await browser(world.server).call('POST', '/api/auth/sso/trial', { id: idpId })).status).toBe(401);
    const manager = await personWithPassword(world.server.services, world.tenant.id, 'manager');
    const theirs = browser(world.server);
    await theirs.signIn(manager.email);
    expect((await theirs.call('POST', '/api/auth/sso/trial', { id: idpId })).status).toBe(403);
    expect((await web.call('POST', '/api/auth/sso/trial', { id: world.tenant.id })).status).toBe(404);
  });
});

describe('signed requests', () => {
  it('carry a signature by the firm’s key, of which the metadata offer the certificate', async () => {
    await updateProvider(world.ctx, { id: idpId, status: 'active', config: { signRequests: true } });
    const web = browser(world.server);
    const metadata = await web.call('GET', `/api/auth/sso/saml?idpId=${idpId}`);
    expect(metadata.body).toContain('AuthnRequestsSigned="true"');
    const der = /<ds:X509Certificate>([^<]+)</.exec(metadata.body)?.[1] ?? '';
    const certificate = new X509Certificate(Buffer.from(der, 'base64'));
    const { body } = await web.call('POST', '/api/auth/sso/saml', { email: `x@${domain}` });
    const query = new URL(body.url).searchParams;
    const content = ['SAMLRequest', 'RelayState', 'SigAlg']
      .filter((name) => query.has(name))
      .map((name) => `${name}=${encodeURIComponent(query.get(name) ?? '')}`)
      .join('&');
    const verify = createVerify('sha256').update(content);
    expect(verify.verify(certificate.publicKey, Buffer.from(query.get('Signature') ?? '', 'base64'))).toBe(
      true,
    );
    await updateProvider(world.ctx, { id: idpId, config: { binding: 'post' } });
    const posted = await web.call('POST', '/api/auth/sso/saml', { idpId });
    expect(Buffer.from(posted.body.request, 'base64').toString()).toContain('SignatureValue');
    const again = await web.call('GET', `/api/auth/sso/saml?idpId=${idpId}`);
    expect(again.body).toBe(metadata.body);
    expect((await web.call('GET', '/api/auth/sso/saml?idpId=none')).status).toBe(404);
    const { sql } = world.server.services.client;
    const [kept] = await sql`select private_key from sso_keys where tenant_id = ${world.tenant.id}`;
    expect(kept?.private_key).not.toContain('PRIVATE');
    await updateProvider(world.ctx, { id: idpId, config: { binding: 'redirect', signRequests: false } });
  });
});

describe('a provider’s metadata', () => {
  const base64 = CERTIFICATE.replace(/-----[A-Z ]+-----|\s/g, '');
  const metadata = `<?xml version="1.0"?><!-- of Corp --><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${ENTITY}"><md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="encryption"/><md:KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>\n${base64}\n</X509Certificate></X509Data></KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.test/post"/><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.test/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`;

  it('give its settings', async () => {
    expect(await readMetadata(world.ctx, { source: metadata })).toEqual({
      entityId: ENTITY,
      ssoUrl: 'https://idp.test/sso',
      binding: 'redirect',
      certificate: CERTIFICATE,
      signRequests: true,
    });
  });

  it('are refused with a reason, and never make us call inner networks', async () => {
    const faults = [
      ['nonsense', /no XML|empty|metadata/],
      ['<a/>', /no metadata/],
      [`<!DOCTYPE x [<!ENTITY a "b">]>${metadata}`, /types/],
      [metadata.replace('use="signing"', 'use="encryption"'), /no certificate/],
      ['https://10.0.0.1/metadata', /public internet/],
    ] as const;
    for (const [source, message] of faults)
      await expect(readMetadata(world.ctx, { source })).rejects.toMatchObject({
        code: 'VALIDATION_ERROR',
        details: [{ field: 'source', message: expect.stringMatching(message) }],
      });
  });
});

describe('a provider that is the only way in', () => {
  it('is so for colleagues of its domains, by every door, and not for owners', async () => {
    const { services } = world.server;
    const at = (role: 'member' | 'owner') =>
      personWithPassword(services, world.tenant.id, role, {
        email: `${unique(role)}@${domain}`,
        emailVerifiedAt: new Date(),
      });
    const [colleague, boss] = [await at('member'), await at('owner')];
    const elsewhere = await secondTenant(services, colleague.id);
    await updateProvider(world.ctx, { id: idpId, required: true });
    const web = browser(world.server);
    expect(await web.signIn(colleague.email)).toMatchObject({ status: 403, body: { code: 'SSO_REQUIRED' } });
    const wrong = await browser(world.server).signIn(colleague.email, 'wrong');
    expect(wrong.body.code).toBe('INVALID_CREDENTIALS');
    const { csrfToken } = (await web.call('GET', '/api/auth/csrf')).body;
    const form = { csrfToken, email: colleague.email, password: 'SecurePassword123!', json: true };
    const posted = await web.call('POST', '/api/auth/callback/credentials', form);
    expect([posted.status, posted.body.url]).toEqual([401, expect.stringContaining('error=SSO_REQUIRED')]);
    expect((await browser(world.server).signIn(boss.email)).status).toBe(200);
    const done = await goThrough(
      web,
      'saml',
      { email: colleague.email },
      { email: colleague.email, nameId: 'c' },
    );
    expect(done.to).toBe('/');
    expect((await web.mutate('identity.switchTenant', { tenantId: elsewhere.id })).status).toBe(200);
    expect((await web.mutate('identity.switchTenant', { tenantId: world.tenant.id })).status).toBe(200);
    // Who signs in to another firm of theirs comes into this one no other way, either.
    const other = browser(world.server, `${elsewhere.subdomain}.localhost:3000`);
    expect((await other.signIn(colleague.email)).status).toBe(200);
    const apex = browser(world.server);
    apex.cookie = other.cookie;
    const switched = await apex.mutate('identity.switchTenant', { tenantId: world.tenant.id });
    expect(switched.error).toMatchObject({ appCode: 'SSO_REQUIRED' });
    await updateProvider(world.ctx, { id: idpId, required: false });
  });

  it('signs out, when it becomes so, the colleagues who came another way, on every process', async () => {
    const { services } = world.server;
    const at = (role: 'manager' | 'owner', domainOf = domain) =>
      personWithPassword(services, world.tenant.id, role, {
        email: `${unique(role)}@${domainOf}`,
        emailVerifiedAt: new Date(),
      });
    const other = await anotherServer();
    const signedIn = async (person: { email: string }, server = world.server) => {
      const web = browser(server);
      await web.signIn(person.email);
      return web;
    };
    const person = await at('manager');
    const own = browser(world.server);
    await goThrough(own, 'saml', { idpId }, { email: person.email, nameId: person.email });
    const ended = [await signedIn(person), await signedIn(person, other)];
    const kept = [own, await signedIn(await at('owner')), await signedIn(await at('manager', `x${domain}`))];
    const isOpen = async (web: Browser) => (await web.query('identity.session')).data !== null;
    for (const web of [...ended, ...kept]) expect(await isOpen(web)).toBe(true);
    await updateProvider(world.ctx, { id: idpId, required: true });
    for (const web of ended) await expect.poll(() => isOpen(web)).toBe(false);
    for (const web of kept) expect(await isOpen(web)).toBe(true);
    const { sql } = services.client;
    const [entry] = await sql`select after from journal_entries
      where tenant_id = ${world.tenant.id} and verb = 'idp.updated' order by xid desc, id desc limit 1`;
    expect(entry?.after).toEqual({ required: true, signedOut: 2 });
    await updateProvider(world.ctx, { id: idpId, required: false });
  });

  it('ends the colleagues’ access tokens, on every process, and not the owners’', async () => {
    const other = await anotherServer();
    const program = async (role: 'manager' | 'owner') => {
      const person = await personWithPassword(world.server.services, world.tenant.id, role, {
        email: `${unique(role)}@${domain}`,
      });
      const body = { email: person.email, password: 'SecurePassword123!' };
      const { token } = (await browser(world.server).call('POST', '/api/v1/auth/login', body)).body;
      return async (server = world.server) => {
        const headers = { authorization: `Bearer ${token}` };
        return (await browser(server).call('GET', '/api/v1/clients', undefined, headers)).status;
      };
    };
    const [colleague, boss] = [await program('manager'), await program('owner')];
    for (const ask of [colleague, boss]) expect([await ask(), await ask(other)]).toEqual([200, 200]);
    await updateProvider(world.ctx, { id: idpId, required: true });
    expect(await colleague()).toBe(401);
    await expect.poll(() => colleague(other), { timeout: 20_000 }).toBe(401);
    expect([await boss(), await boss(other)]).toEqual([200, 200]);
    await updateProvider(world.ctx, { id: idpId, required: false });
  });
});

it('tells where an address signs in, and of others nothing', async () => {
  const web = browser(world.server);
  const found = { id: idpId, kind: 'saml', name: 'Corp' };
  expect((await web.query('sso.find', { email: `Who@${domain.toUpperCase()}` })).data).toEqual(found);
  expect((await web.query('sso.find', { email: 'x@nobody.test' })).data).toBeNull();
});

it('sweeps what has had its time', async () => {
  const { sql } = world.server.services.client;
  const web = browser(world.server);
  await goThrough(web, 'saml', { idpId });
  await web.call('POST', '/api/auth/sso/saml', { idpId });
  await goThrough(await owner(), 'trial', { id: idpId });
  const counts = async () => {
    const { id } = world.tenant;
    const [row] = await sql`select
      (select count(*)::int from sso_requests where tenant_id = ${id}) as requests,
      (select count(*)::int from seen_assertions where tenant_id = ${id}) as assertions,
      (select count(*)::int from sso_trials where tenant_id = ${id}) as trials`;
    return row;
  };
  const system = world.server.systemContext('sweep-sso', world.tenant);
  await sweepSso(system);
  const before = await counts();
  expect(before).toMatchObject({ trials: 1 });
  expect(before?.requests).toBeGreaterThan(0);
  world.server.clock.advance({ hours: 26 });
  await sweepSso(world.server.systemContext('sweep-sso', world.tenant));
  expect(await counts()).toEqual({ requests: 0, assertions: 0, trials: 1 });
  world.server.clock.advance({ hours: 31 * 24 });
  await sweepSso(world.server.systemContext('sweep-sso', world.tenant));
  expect(await counts()).toEqual({ requests: 0, assertions: 0, trials: 0 });
});
