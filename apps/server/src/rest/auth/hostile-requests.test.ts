import { unique } from '@officina/db/factories';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProvider } from '../../domains/sso/providers.ts';
import { CORP, samlFlow } from '../../domains/sso/testing/saml-flow.ts';
import { type Browser, browser, PASSWORD } from '../../testing/browser.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { personWithPassword } from '../../testing/people.ts';
import { runJobs } from '../../testing/run-jobs.ts';
import { askForLink, postForm } from '../../testing/sign-in-page.ts';

const EVIL = 'evil.example';
const domain = `${unique('hostile')}.test`;
const saml = samlFlow(() => world, domain);
let world: World;
let idpId: string;

beforeAll(async () => {
  world = await createWorld('owner', { modules: ['portal'] });
  ({ id: idpId } = await createProvider(world.ctx, { ...CORP, status: 'active', domains: [domain] }));
});

const person = (facts = {}) =>
  personWithPassword(world.server.services, world.tenant.id, 'owner', {
    email: `${unique('p')}@${domain}`,
    emailVerifiedAt: new Date('2026-01-01T00:00:00Z'),
    ...facts,
  });
const whoIs = async (web: Browser) => (await web.query('identity.session')).data?.user.email ?? null;

describe('a Host that is none of ours', () => {
  it('gets into no mail, no address and no redirect', async () => {
    const { email } = await person({ emailVerifiedAt: null });
    const web = browser(world.server, EVIL);
    const as = { 'x-forwarded-host': EVIL, forwarded: `host=${EVIL}`, 'x-forwarded-proto': 'https' };
    const { csrfToken } = (await web.call('GET', '/api/auth/csrf')).body;
    await web.call('POST', '/api/auth/signin', { email, password: PASSWORD }, as);
    expect(await whoIs(web)).toBe(email);
    const guest = `${unique('guest')}@${domain}`;
    const answers = [
      await web.call('POST', '/api/auth/signin/email', { csrfToken, email, json: true }, as),
      await web.call('POST', '/trpc/identity.requestPasswordReset', { email }, as),
      await web.call('POST', '/api/auth/verify-email', { action: 'forgot-password', email }, as),
      await web.call('POST', '/api/auth/verify-email', { action: 'resend-verification' }, as),
      await web.call('POST', '/trpc/tenancy.invite', { email: guest, role: 'member' }, as),
      await web.call('POST', '/api/auth/sso/saml', { idpId }, as),
      await web.call('GET', '/api/auth/sso/saml', undefined, as),
      await web.call('GET', '/api/auth/providers', undefined, as),
      await web.call('GET', `/api/auth/signin?callbackUrl=https://${EVIL}/x`, undefined, as),
    ];
    for (const { status, body, headers } of answers) {
      expect(status, JSON.stringify(body)).toBeLessThan(400);
      expect(`${JSON.stringify(body)} ${headers.get('location')}`).not.toContain(EVIL);
    }
    await runJobs(world);
    const { sql } = world.server.services.client;
    const mails = await sql<{ text: string }[]>`select text from outbox_messages
      where tenant_id = ${world.tenant.id} and "to" in (${email}, ${guest})`;
    const links = mails.map(({ text }) => /https?:\/\/[^/]+\/[^?\s]*/.exec(text)?.[0].split('/').slice(0, 4));
    const ours = (path: string) => ['http:', '', 'localhost:3000', path];
    expect(links.map((link) => link?.join('/')).sort()).toEqual(
      [ours('api'), ours('invite'), ours('reset-password'), ours('reset-password'), ours('verify-email')].map(
        (link) => link.join('/'),
      ),
    );
  });
});

describe('a page to go on to', () => {
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/a/..//evil.example',
    'https:evil.example',
    'https://evil.example/',
    'http://localhost:3000@evil.example/',
    'javascript:alert(1)',
  ];

  it('is one of ours at the end of every way in', async () => {
    const { email } = await person();
    for (const page of elsewhere) {
      const web = browser(world.server);
      const byPassword = { email, password: PASSWORD, callbackUrl: page };
      expect((await postForm(web, '/callback/credentials', byPassword)).body, page).toEqual({
        url: '/portal',
      });
      expect((await postForm(web, '/signout', { callbackUrl: page })).body, page).toEqual({ url: '/login' });
      const begun = await saml.begin({ idpId, relayState: page });
      expect(begun.answer.body.relayState, page).toBeNull();
      const signedIn = await saml.end(begun.web, saml.answer(begun.requestId, { email, nameId: email }));
      expect(signedIn.to, page).toBe('/');
    }
    const web = browser(world.server);
    const { link } = await askForLink(world, web, email, elsewhere[0]);
    link?.searchParams.set('callbackUrl', elsewhere[1] ?? '');
    const opened = await web.call('GET', `${link?.pathname}${link?.search}`);
    expect(opened.headers.get('location')).toBe('/portal');
  });
});

describe('a session that was there before', () => {
  it('ends with every way in, and its token is never taken over', async () => {
    const { email } = await person();
    const ways: Record<string, (web: Browser) => Promise<unknown>> = {
      password: (web) => web.signIn(email),
      form: (web) => postForm(web, '/callback/credentials', { email, password: PASSWORD }),
      link: async (web) => {
        const { link } = await askForLink(world, web, email);
        await web.call('GET', `${link?.pathname}${link?.search}`);
      },
      provider: (web) => saml.goThrough(web, 'saml', { idpId }, { email, nameId: email }),
    };
    for (const [way, enter] of Object.entries(ways)) {
      const planter = await person();
      const [web, attacker] = [browser(world.server), browser(world.server)];
      await attacker.signIn(planter.email);
      web.cookie = attacker.cookie;
      await enter(web);
      expect(await whoIs(web), way).toBe(email);
      expect(await whoIs(attacker), way).toBeNull();
    }
    const made = browser(world.server);
    made.cookie = `officina_session=${'a'.repeat(40)}; next-auth.session-token=${'a'.repeat(40)}`;
    await made.signIn(email);
    expect(made.cookie).not.toContain('aaaa');
  });
});
