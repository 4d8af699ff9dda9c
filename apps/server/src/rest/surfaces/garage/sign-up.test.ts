import { unique } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import { browser, PASSWORD } from '../../../testing/browser.ts';
import { testServer } from '../../../testing/harness.ts';

describe('POST /api/auth/signup', () => {
  const example = () => ({
    email: `${unique('new')}@garage.test`,
    password: PASSWORD,
    name: 'Jean Martin',
    subdomain: unique('garage-martin'),
    tenantName: 'Garage Martin & Fils',
  });

  it('answers the documented example; its owner can sign in at once', async () => {
    const server = await testServer();
    const web = browser(server);
    const asked = example();
    const made = await web.call('POST', '/api/auth/signup', {
      ...asked,
      subdomain: asked.subdomain.toUpperCase(),
    });
    expect(made.status).toBe(201);
    const tenantId = made.body.tenant.id;
    expect(made.body).toEqual({
      success: true,
      user: { id: expect.any(String), email: asked.email, tenantId },
      tenant: { id: expect.any(String), subdomain: asked.subdomain, name: 'Garage Martin & Fils' },
    });
    expect(made.headers.getSetCookie()).toEqual([]);
    const own = browser(server, `${asked.subdomain}.localhost:3000`);
    expect((await own.signIn(asked.email)).body.user).toMatchObject({ tenantId, role: 'OWNER' });
    expect((await own.query('identity.session')).data).toMatchObject({
      user: { emailVerified: false },
      tenant: { plan: 'free', timeZone: 'Europe/Paris', currency: 'EUR', locale: 'fr-FR' },
    });
    expect((await own.query('tenancy.settings')).data).toMatchObject({
      companyName: 'Garage Martin & Fils',
      defaultVatRate: 20,
      paymentTermDays: 30,
    });
    const { items } = (await own.query('messaging.outbox', { to: asked.email })).data;
    expect(items).toMatchObject([{ subject: 'Confirmez votre adresse e-mail' }]);
    const { sql } = server.services.client;
    const verbs = await sql`select verb from journal_entries where tenant_id = ${tenantId} order by xid, id`;
    expect(verbs.map((entry) => entry.verb).sort()).toEqual([
      'message.queued',
      'tenant.created',
      'user.signed_in',
    ]);
  });

  it('speaks to its owner in their language, the firm’s unless they name one', async () => {
    const web = browser(await testServer());
    const asked = example();
    expect((await web.call('POST', '/api/auth/signup', { ...asked, locale: 'en' })).status).toBe(201);
    await web.signIn(asked.email);
    expect((await web.query('identity.session')).data.user).toMatchObject({ locale: 'en' });
    const { items } = (await web.query('messaging.outbox', { to: asked.email })).data;
    expect(items).toMatchObject([{ subject: 'Verify your email address' }]);
    const { status, body } = await web.call('POST', '/api/auth/signup', { ...example(), locale: 'no tag' });
    expect([status, body.details]).toEqual([400, [{ field: 'locale', message: 'Must be a language tag' }]]);
  });

  it('refuses a taken subdomain or address and uses nothing up', async () => {
    const web = browser(await testServer());
    const [first, second] = [example(), example()];
    await web.call('POST', '/api/auth/signup', first);
    const subdomain = await web.call('POST', '/api/auth/signup', { ...second, subdomain: first.subdomain });
    expect(subdomain.status).toBe(400);
    expect(subdomain.body).toEqual({
      success: false,
      error: 'Subdomain already taken',
      code: 'SUBDOMAIN_EXISTS',
    });
    const email = await web.call('POST', '/api/auth/signup', { ...second, email: first.email });
    expect(email.status).toBe(400);
    expect(email.body).toEqual({ success: false, error: 'Email already registered', code: 'EMAIL_EXISTS' });
    expect((await web.call('POST', '/api/auth/signup', second)).status).toBe(201);
  });

  it('names all faults at once', async () => {
    const web = browser(await testServer());
    const short = await web.call('POST', '/api/auth/signup', {
      ...example(),
      password: 'short',
      subdomain: 'a',
    });
    expect(short.status).toBe(400);
    expect(short.body.details).toEqual([
      { field: 'password', message: 'Must be at least 12 characters' },
      { field: 'subdomain', message: 'Must be at least 3 characters' },
    ]);
    const faulty: [Partial<ReturnType<typeof example>>, string][] = [
      [{ password: 'alllowercase123!' }, 'password'],
      [{ password: 'ALLUPPERCASE123!' }, 'password'],
      [{ password: 'NoDigitsInHere!!' }, 'password'],
      [{ password: 'OnlyLetters12345' }, 'password'],
      [{ subdomain: 'www' }, 'subdomain'],
      [{ subdomain: '-garage' }, 'subdomain'],
      [{ subdomain: 'gar--age' }, 'subdomain'],
      [{ subdomain: 'garage_x' }, 'subdomain'],
      [{ subdomain: 'g'.repeat(64) }, 'subdomain'],
      [{ name: 'J' }, 'name'],
      [{ tenantName: ' M ' }, 'tenantName'],
      [{ email: 'not-an-address' }, 'email'],
    ];
    for (const [fault, field] of faulty) {
      const answer = await web.call('POST', '/api/auth/signup', { ...example(), ...fault });
      expect(answer.body.details, JSON.stringify(fault)).toMatchObject([{ field }]);
    }
    const empty = await web.call('POST', '/api/auth/signup', { subdomain: null });
    expect(empty.body.details.map((fault: { field: string }) => fault.field)).toEqual([
      'email',
      'password',
      'name',
      'subdomain',
      'tenantName',
    ]);
  });

  it('lets one of two at the same moment through, and no half tenant', async () => {
    const server = await testServer();
    const race = async (asked: ReturnType<typeof example>[]) =>
      Promise.all(asked.map((body) => browser(server).call('POST', '/api/auth/signup', body)));
    const base = example();
    const outcomes = async (answers: Awaited<ReturnType<typeof race>>) =>
      answers.map(({ status, body }) => (status === 201 ? 'made' : body.code)).sort();
    const sameSubdomain = Array.from({ length: 4 }, () => ({ ...example(), subdomain: base.subdomain }));
    expect(await outcomes(await race(sameSubdomain))).toEqual([
      'SUBDOMAIN_EXISTS',
      'SUBDOMAIN_EXISTS',
      'SUBDOMAIN_EXISTS',
      'made',
    ]);
    const sameEmail = Array.from({ length: 4 }, () => ({ ...example(), email: base.email }));
    expect(await outcomes(await race(sameEmail))).toEqual([
      'EMAIL_EXISTS',
      'EMAIL_EXISTS',
      'EMAIL_EXISTS',
      'made',
    ]);
    const { sql } = server.services.client;
    const names = [...sameSubdomain, ...sameEmail].map((body) => body.subdomain);
    const left = await sql`
      select (select count(*)::int from members m where m.tenant_id = t.id) as members from tenants t
      where /* cross-tenant: all that the race made */ true and t.subdomain in ${sql(names)}`;
    expect(left.map((row) => row.members)).toEqual([1, 1]);
  });
});
