import { createOrganization, unique } from '@officina/db/factories';
import { createInquiry } from '@officina/db/factories-portal';
import { describe, expect, it } from 'vitest';
import { readOutbox } from '../../domains/messaging/outbox.ts';
import { hashSecret } from '../../kernel/ids.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { personWithPassword, secondTenant } from '../../testing/people.ts';
import { askForLink, postForm, visitorOf } from '../../testing/sign-in-page.ts';

const BASE = 'http://localhost:3000/api/auth';
const SENT = { url: `${BASE}/verify-request?provider=email&type=email` };
const DEAD = `${BASE}/error?error=Verification`;

const portal = () => createWorld('owner', { locale: 'en-GB', modules: ['portal'] });
const pathOf = (link: URL | null) => `${link?.pathname}${link?.search}`;
const session = async (web: ReturnType<typeof visitorOf>) =>
  (await web.call('GET', '/api/auth/session')).body;

async function inquiryOf(world: World, email: string) {
  const { db } = world.server.services.client;
  const org = await createOrganization(db, world.tenant.id);
  await createInquiry(db, world.tenant.id, {
    orgId: org.contactId,
    contactEmail: email,
    emailHash: hashSecret(email),
    contactName: 'Jo New',
  });
  return org;
}

describe('a sign-in link', () => {
  it('signs the browser in that asked for it, once', async () => {
    const world = await portal();
    const web = visitorOf(world);
    const { email, id } = world.user;
    const { answer, link } = await askForLink(world, web, ` ${email.toUpperCase()} `, '/portal/scopes');
    expect([answer.status, answer.body]).toEqual([200, SENT]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { items } = await readOutbox(world.ctx, { to: email });
    expect(items).toMatchObject([{ subject: 'Your sign-in link', to: email }]);
    expect(link?.origin).toBe('http://localhost:3000');
    expect(link?.searchParams.get('token')).toMatch(/^[0-9a-f]{64}$/);

    const head = await web.call('HEAD', pathOf(link));
    expect([head.status, head.headers.getSetCookie()]).toEqual([200, []]);
    const opened = await web.call('GET', pathOf(link));
    expect([opened.status, opened.headers.get('location')]).toEqual([302, '/portal/scopes']);
    const names = opened.headers.getSetCookie().map((cookie) => cookie.split('=', 1)[0]);
    expect(names).toEqual(['officina_session', 'next-auth.session-token']);
    expect((await session(web)).user).toEqual({
      id,
      email,
      name: world.user.name,
      tenantId: world.tenant.id,
      role: 'OWNER',
      image: null,
      portalRole: 'lucien_admin',
      orgId: null,
    });
    const again = await web.call('GET', pathOf(link));
    expect([again.status, again.headers.get('location')]).toEqual([302, DEAD]);
    const { sql } = world.server.services.client;
    const entries = await sql`select after from journal_entries
      where tenant_id = ${world.tenant.id} and verb = 'user.signed_in'`;
    expect(entries).toEqual([{ after: { source: 'email' } }]);
    const [user] = await sql`select last_login_at::text from users where id = ${id}`;
    expect(user?.last_login_at).toBe('2026-01-15 10:00:00+00');
    const kept = JSON.stringify(await sql`select * from sign_in_links where email = ${email}`);
    expect(kept).not.toContain(link?.searchParams.get('token'));
  });

  it('shows any other browser a button, which completes the sign-in there', async () => {
    const world = await portal();
    const { link } = await askForLink(world, visitorOf(world), world.user.email, '/portal');
    const other = visitorOf(world);
    const page = await other.call('GET', pathOf(link));
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(page.body).toContain('<form method="post" action="/api/auth/callback/email">');
    expect(await session(other)).toEqual({});
    const fields = [...page.body.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value.replaceAll('&amp;', '&'),
    ]);
    const form = new URLSearchParams(fields);
    const stranger = visitorOf(world);
    const stolen = await stranger.call('POST', '/api/auth/callback/email', form.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([stolen.status, stolen.headers.get('location')]).toEqual([302, `${BASE}/signin?csrf=true`]);
    const pressed = await other.call('POST', '/api/auth/callback/email', form.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([pressed.status, pressed.headers.get('location')]).toEqual([302, '/portal']);
    expect((await session(other)).user.email).toBe(world.user.email);
  });

  it('is dead after fifteen minutes, for another address and when made up', async () => {
    const world = await portal();
    const web = visitorOf(world);
    const { link } = await askForLink(world, web, world.user.email);
    const token = link?.searchParams.get('token') ?? '';
    const wrong = [
      { token, email: 'other@example.test' },
      { token: 'x', email: world.user.email },
      { token: '', email: '' },
      { token: '\u0000', email: 'no address' },
    ];
    for (const query of wrong) {
      const opened = await web.call('GET', `/api/auth/callback/email?${new URLSearchParams(query)}`);
      expect([opened.status, opened.headers.get('location')]).toEqual([302, DEAD]);
      const pressed = await postForm(web, '/callback/email', query);
      expect([pressed.status, pressed.body]).toEqual([200, { url: DEAD }]);
    }
    world.server.clock.advance({ minutes: 15 });
    expect((await web.call('GET', pathOf(link))).headers.get('location')).toBe(DEAD);
    world.server.clock.advance({ minutes: -15 });
    expect((await web.call('GET', pathOf(link))).headers.get('location')).toBe('/portal');
  });

  it('works for one of many who use it at the same time', async () => {
    const world = await portal();
    const { link } = await askForLink(world, visitorOf(world), world.user.email);
    const fields = { token: link?.searchParams.get('token'), email: world.user.email };
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => postForm(visitorOf(world), '/callback/email', fields)),
    );
    expect(tries.map(({ body }) => body.url).sort()).toEqual(['/portal', DEAD, DEAD, DEAD, DEAD].sort());
  });

  it('is mailed five times in ten minutes, whatever else is limited', async () => {
    const world = await portal();
    const web = visitorOf(world);
    for (let i = 0; i < 6; i++)
      expect((await askForLink(world, web, world.user.email)).answer.body).toEqual(SENT);
    const sent = async () => (await readOutbox(world.ctx, { to: world.user.email })).items.length;
    expect(await sent()).toBe(5);
    world.server.clock.advance({ minutes: 11 });
    await askForLink(world, web, world.user.email);
    expect(await sent()).toBe(6);
    world.server.clock.advance({ minutes: -11 });
  });
});

describe('who gets a link', () => {
  it('is a member, also of another firm, in whose mailbox it stands', async () => {
    const world = await portal();
    const other = await createWorld();
    const { answer } = await askForLink(world, visitorOf(world), other.user.email);
    expect(answer.body).toEqual(SENT);
    expect((await readOutbox(other.ctx, { to: other.user.email })).items).toEqual([]);

    const person = await personWithPassword(world.server.services, world.tenant.id, 'member');
    const second = await secondTenant(world.server.services, person.id);
    const there = visitorOf({ ...world, tenant: { ...world.tenant, subdomain: second.subdomain } });
    await postForm(there, '/signin/email', { email: person.email });
    expect((await readOutbox(world.ctx, { to: person.email })).items).toEqual([]);
  });

  it('is who sent an inquiry: a client of its organisation from the first sign-in on', async () => {
    const world = await portal();
    const email = `${unique('jo')}@newfirm.example`;
    const org = await inquiryOf(world, email);
    const web = visitorOf(world);
    const { link } = await askForLink(world, web, email);
    expect((await web.call('GET', pathOf(link))).headers.get('location')).toBe('/portal');
    expect((await session(web)).user).toMatchObject({
      email,
      name: 'Jo New',
      role: 'CLIENT',
      portalRole: 'org_user',
      orgId: org.contactId,
      tenantId: world.tenant.id,
    });
    const twice = await askForLink(world, web, email);
    expect((await web.call('GET', pathOf(twice.link))).headers.get('location')).toBe('/portal');
  });

  it('is who has an address at the verified domain of an organisation', async () => {
    const world = await portal();
    const { db } = world.server.services.client;
    const verified = `${unique('v')}.example`;
    const claimed = `${unique('c')}.example`;
    const org = await createOrganization(db, world.tenant.id, {
      domain: verified,
      domainVerifiedAt: new Date(),
    });
    await createOrganization(db, world.tenant.id, { domain: claimed });
    const web = visitorOf(world);
    const { link } = await askForLink(world, web, `ann@${verified}`);
    await web.call('GET', pathOf(link));
    expect((await session(web)).user).toMatchObject({ orgId: org.contactId, portalRole: 'org_user' });
    expect(await askForLink(world, web, `ann@${claimed}`)).toMatchObject({
      answer: { body: SENT },
      link: null,
    });
  });

  it('is nobody else, and they make no account', async () => {
    const world = await portal();
    const { sql } = world.server.services.client;
    const web = visitorOf(world);
    const removed = await personWithPassword(world.server.services, world.tenant.id, 'member');
    await sql`update members set removed_at = now()
      where tenant_id = ${world.tenant.id} and user_id = ${removed.id}`;
    await inquiryOf(world, removed.email);
    for (const email of ['nobody@example.test', removed.email])
      expect(await askForLink(world, web, email)).toMatchObject({ answer: { body: SENT }, link: null });
    expect(await sql`select id from users where email = 'nobody@example.test'`).toEqual([]);

    const { link } = await askForLink(world, web, world.user.email);
    await sql`update members set removed_at = now()
      where tenant_id = ${world.tenant.id} and user_id = ${world.user.id}`;
    expect((await web.call('GET', pathOf(link))).headers.get('location')).toBe(DEAD);
  });

  it('loses what was set on the account before the mailbox was proved', async () => {
    const world = await portal();
    const { sql } = world.server.services.client;
    const person = await personWithPassword(world.server.services, world.tenant.id);
    const squatter = visitorOf(world);
    expect((await squatter.signIn(person.email)).status).toBe(200);
    const web = visitorOf(world);
    const { link } = await askForLink(world, web, person.email);
    await web.call('GET', pathOf(link));
    expect((await session(web)).user.email).toBe(person.email);
    expect(await session(squatter)).toEqual({});
    expect((await squatter.signIn(person.email)).status).toBe(401);
    await sql`update users set password_hash = 'x' where id = ${person.id}`;
    const later = await askForLink(world, web, person.email);
    await web.call('GET', pathOf(later.link));
    const [kept] = await sql`select password_hash, email_verified_at is not null as verified from users
      where id = ${person.id}`;
    expect(kept).toEqual({ password_hash: 'x', verified: true });
  });
});
