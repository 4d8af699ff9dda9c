import { createMember, createOrganization, unique } from '@officina/db/factories';
import { createInquiry } from '@officina/db/factories-portal';
import { users } from '@officina/db/schema/identity';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret } from '../../kernel/ids.ts';
import { type Browser, browser } from '../../testing/browser.ts';
import { createWorld, testServer, type World } from '../../testing/harness.ts';
import { OIDC_CLIENT, signInThere, startOidcProvider } from '../../testing/oidc-idp.ts';
import { personWithPassword } from '../../testing/people.ts';
import { askForLink, postForm, visitorOf } from '../../testing/sign-in-page.ts';
import { createProvider } from '../sso/providers.ts';
import { startFakeGitHub } from './testing/fake-github.ts';

const BASE = 'http://localhost:3000/api/auth';
const ERROR = `${BASE}/error?error=`;
const VERIFIED = { emailVerifiedAt: new Date('2026-01-01T00:00:00Z') };
type Where = 'google' | 'github';

/** Of the people at Google by their login: what it says of them. */
const atGoogle = new Map<string, { email: string; email_verified: boolean; name?: string }>();
let google: Awaited<ReturnType<typeof startOidcProvider>>;
let github: Awaited<ReturnType<typeof startFakeGitHub>>;
let world: World;

beforeAll(async () => {
  google = await startOidcProvider({
    redirectUris: [`${BASE}/callback/google`],
    claims: (login) => ({ name: 'As Google has it', ...atGoogle.get(login) }),
  });
  github = await startFakeGitHub();
  await testServer({
    GOOGLE_CLIENT_ID: OIDC_CLIENT.id,
    GOOGLE_CLIENT_SECRET: OIDC_CLIENT.secret,
    GOOGLE_ISSUER: google.issuer,
    GITHUB_CLIENT_ID: github.client.id,
    GITHUB_CLIENT_SECRET: github.client.secret,
    GITHUB_URL: github.url,
    GITHUB_API_URL: `${github.url}/api`,
  });
  world = await createWorld('owner', { modules: ['portal'] });
});
afterAll(() => {
  google.stop();
  github.stop();
});

const begin = async (web: Browser, where: Where, callbackUrl?: string): Promise<URL> =>
  new URL((await postForm(web, `/signin/${where}`, { callbackUrl })).body.url);
const end = async (web: Browser, { pathname, search }: URL) => {
  const answer = await web.call('GET', `${pathname}${search}`);
  return answer.headers.get('location');
};
/** A whole sign-in at Google; answers where it ends. */
async function byGoogle(web: Browser, login: string, callbackUrl?: string) {
  return end(web, await signInThere(await begin(web, 'google', callbackUrl), login));
}
function googler(email: string, email_verified = true): string {
  const login = unique('g');
  atGoogle.set(login, { email, email_verified });
  return login;
}
async function atGitHub(start: URL): Promise<URL> {
  const answer = await fetch(start, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '');
}
let numbers = 1000;
const githubber = (email: string, verified = true) => ({
  id: ++numbers,
  login: unique('octo'),
  name: null,
  emails: [
    { email: `old-${email}`, primary: false, verified: true },
    { email, primary: true, verified },
  ],
});
const whoIs = async (web: Browser) => (await web.query('identity.session')).data?.user.email ?? null;
const member = (facts = {}) =>
  personWithPassword(world.server.services, world.tenant.id, 'manager', { ...VERIFIED, ...facts });
const linksOf = (userId: string) =>
  world.server.services.client
    .sql`select provider, external_id, email from oauth_links where user_id = ${userId}`;

describe('a sign-in at Google', () => {
  it('is of whoever owns the proved address, and from then on of that person whatever their address', async () => {
    const person = await member();
    const login = googler(person.email.toUpperCase());
    const web = browser(world.server);
    const start = await begin(web, 'google', '/contacts?x=1');
    expect(Object.fromEntries(start.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: OIDC_CLIENT.id,
      redirect_uri: `${BASE}/callback/google`,
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      state: expect.any(String),
      nonce: expect.any(String),
    });
    const back = await signInThere(start, login);
    expect(await end(web, back)).toBe('/contacts?x=1');
    expect((await web.query('identity.session')).data.user).toMatchObject({
      email: person.email,
      name: person.name,
    });
    expect(await linksOf(person.id)).toEqual([
      { provider: 'google', external_id: login, email: person.email },
    ]);
    atGoogle.set(login, { email: 'elsewhere@example.test', email_verified: false });
    const again = browser(world.server);
    expect(await byGoogle(again, login)).toBe('/portal');
    expect(await whoIs(again)).toBe(person.email);
    const { sql } = world.server.services.client;
    const entries = await sql`select verb, after from journal_entries
      where tenant_id = ${world.tenant.id} and subject_id = ${person.id} order by xid, id`;
    expect(entries).toEqual([
      { verb: 'oauth.linked', after: { provider: 'google', email: person.email } },
      { verb: 'user.signed_in', after: { source: 'google' } },
      { verb: 'user.signed_in', after: { source: 'google' } },
    ]);
  });

  it('takes no account over, and makes none of a stranger', async () => {
    const squatter = await member({ emailVerifiedAt: null });
    const claimed = await member();
    const stranger = `${unique('stranger')}@example.test`;
    const gone = await member();
    const { db, sql } = world.server.services.client;
    await sql`update members set removed_at = now() where tenant_id = ${world.tenant.id} and user_id = ${gone.id}`;
    const cases = [
      [googler(squatter.email), 'OAuthAccountNotLinked'],
      [googler(claimed.email, false), 'OAuthAccountNotLinked'],
      [googler(stranger), 'OAuthCreateAccount'],
      [googler(gone.email), 'AccessDenied'],
    ] as const;
    for (const [login, error] of cases) {
      const web = browser(world.server);
      expect(await byGoogle(web, login)).toBe(`${ERROR}${error}`);
      expect(await whoIs(web)).toBeNull();
    }
    expect(await db.select().from(users).where(eq(users.email, stranger))).toEqual([]);
    const [kept] = await db.select().from(users).where(eq(users.id, squatter.id));
    expect(kept).toMatchObject({ emailVerifiedAt: null, passwordHash: expect.any(String) });
  });

  it('makes the client of a stranger whose address entitles them to it', async () => {
    const email = `${unique('new')}@client.test`;
    const { db } = world.server.services.client;
    const org = await createOrganization(db, world.tenant.id);
    const facts = { orgId: org.contactId, contactEmail: email, emailHash: hashSecret(email) };
    await createInquiry(db, world.tenant.id, { ...facts, contactName: 'Jo New' });
    const web = visitorOf(world);
    expect(await byGoogle(web, googler(email))).toBe('/portal');
    expect((await web.query('identity.session')).data).toMatchObject({
      user: { email, name: 'Jo New', emailVerified: true },
      role: 'client',
      orgId: org.contactId,
    });
  });

  it('is refused to who must come through their firm’s own provider', async () => {
    const domain = `${unique('own')}.test`;
    const config = { issuer: google.issuer, clientId: 'x', clientSecret: 'y' };
    const facts = { name: 'Own', kind: 'oidc', status: 'active', required: true } as const;
    await createProvider(world.ctx, { ...facts, domains: [domain], config });
    const person = await member({ email: `${unique('p')}@${domain}` });
    const web = browser(world.server);
    expect(await byGoogle(web, googler(person.email))).toBe(`${ERROR}SSO_REQUIRED`);
    expect(await linksOf(person.id)).toEqual([]);
  });

  it('counts once, in the browser that began it, with the code and the issuer of its own', async () => {
    const person = await member();
    const login = googler(person.email);
    const [web, thief] = [browser(world.server), browser(world.server)];
    const failed = `${ERROR}OAuthCallback`;
    const back = await signInThere(await begin(web, 'google'), login);
    await postForm(thief, '/signin/google');
    expect(await end(thief, back)).toBe(failed);
    const elsewhere = new URL(back.href.replace('/callback/google', '/callback/github'));
    expect(await end(web, elsewhere)).toBe(failed);
    const storm = await Promise.all([end(web, back), end(web, back), end(web, back)]);
    expect(storm.sort()).toEqual(['/portal', failed, failed]);

    // The code of one sign-in with the state of another: of a code that is stolen, or was used.
    const other = browser(world.server);
    const replayed = new URL(back);
    replayed.searchParams.set('state', (await begin(other, 'google')).searchParams.get('state') ?? '');
    expect(await end(other, replayed)).toBe(failed);
    const injected = await signInThere(await begin(web, 'google'), login);
    injected.searchParams.set('state', (await begin(other, 'google')).searchParams.get('state') ?? '');
    expect(await end(other, injected)).toBe(failed);

    const mixed = await signInThere(await begin(other, 'google'), login);
    mixed.searchParams.set('iss', 'https://evil.example');
    expect(await end(other, mixed)).toBe(failed);
    const late = await signInThere(await begin(other, 'google'), login);
    world.server.clock.advance({ minutes: 11 });
    expect(await end(other, late)).toBe(failed);
    const denied = await begin(other, 'google', '/contacts');
    const no = new URL(`${BASE}/callback/google?error=access_denied`);
    no.searchParams.set('state', denied.searchParams.get('state') ?? '');
    expect(await end(other, no)).toBe(`${ERROR}AccessDenied&callbackUrl=%2Fcontacts`);
    expect(await whoIs(other)).toBeNull();
  });

  it('sends a posted answer once more, so that the browser’s own cookies come along', async () => {
    const person = await member();
    const web = browser(world.server);
    const back = await signInThere(await begin(web, 'google'), googler(person.email));
    const posted = await browser(world.server).call(
      'POST',
      '/api/auth/callback/google',
      new URLSearchParams(back.search).toString(),
      { 'content-type': 'application/x-www-form-urlencoded', origin: google.issuer },
    );
    expect(posted.status).toBe(303);
    expect(await end(web, new URL(posted.headers.get('location') ?? ''))).toBe('/portal');
  });
});

describe('a sign-in at GitHub', () => {
  it('is of the first address, if it is proved, and of a number that no other account gets', async () => {
    const person = await member();
    github.signedIn = githubber(person.email);
    const web = browser(world.server);
    const start = await begin(web, 'github');
    expect(start.href).toContain(`${github.url}/login/oauth/authorize?`);
    expect(start.searchParams.get('code_challenge_method')).toBe('S256');
    const back = await atGitHub(start);
    expect(await end(web, back)).toBe('/portal');
    expect(await whoIs(web)).toBe(person.email);
    expect(await linksOf(person.id)).toEqual([
      { provider: 'github', external_id: String(github.signedIn.id), email: person.email },
    ]);
    // Another account there that took the login over.
    github.signedIn = { ...githubber('x@example.test'), login: github.signedIn.login };
    const heir = browser(world.server);
    expect(await end(heir, await atGitHub(await begin(heir, 'github')))).toBe(`${ERROR}OAuthCreateAccount`);
  });

  it('fails for an address that GitHub has not proved, and for a code that was used', async () => {
    const person = await member();
    github.signedIn = githubber(person.email, false);
    const web = browser(world.server);
    expect(await end(web, await atGitHub(await begin(web, 'github')))).toBe(`${ERROR}OAuthAccountNotLinked`);
    github.signedIn = githubber(person.email);
    const back = await atGitHub(await begin(web, 'github'));
    await end(browser(world.server), back);
    expect(await end(web, back)).toBe('/portal');
    back.searchParams.set('state', (await begin(web, 'github')).searchParams.get('state') ?? '');
    expect(await end(web, back)).toBe(`${ERROR}OAuthCallback`);
  });
});

describe('a link of one’s own', () => {
  const signedIn = async (facts = {}) => {
    const person = await member(facts);
    const web = browser(world.server);
    await web.signIn(person.email);
    return { person, web };
  };
  const linkAt = async (web: Browser) =>
    new URL((await web.mutate('oauth.beginLink', { provider: 'github' })).data.url);

  it('is made and ended by who has just proved who they are, and by no other session', async () => {
    const { person, web } = await signedIn();
    github.signedIn = githubber('mine@example.test', false);
    const accounts = async () => (await web.query('oauth.accounts')).data.items;
    expect(await accounts()).toEqual([
      { provider: 'google', linked: null },
      { provider: 'github', linked: null },
    ]);
    const back = await atGitHub(await linkAt(web));
    const { web: victim } = await signedIn();
    expect(await end(victim, back)).toBe(`${ERROR}OAuthCallback`);
    expect(await end(browser(world.server), back)).toBe(`${ERROR}OAuthCallback`);
    expect(await end(web, back)).toBe('/settings/security');
    const createdAt = world.ctx.now.toString({ fractionalSecondDigits: 3 });
    const linked = { email: null, createdAt, lastUsedAt: null };
    expect((await accounts())[1]).toEqual({ provider: 'github', linked });
    // The same account there for somebody else here.
    expect(await end(victim, await atGitHub(await linkAt(victim)))).toBe(
      '/settings/security?error=OAuthAccountNotLinked',
    );
    const other = browser(world.server);
    expect(await end(other, await atGitHub(await begin(other, 'github')))).toBe('/portal');
    expect(await whoIs(other)).toBe(person.email);

    world.server.clock.advance({ minutes: 31 });
    for (const procedure of ['oauth.beginLink', 'oauth.unlink']) {
      const late = await web.mutate(procedure, { provider: 'github' });
      expect(late.error.appCode, procedure).toBe('STEP_UP_REQUIRED');
    }
    await web.mutate('identity.proveByPassword', { password: 'SecurePassword123!' });
    expect((await web.mutate('oauth.unlink', { provider: 'github' })).data).toEqual({ provider: 'github' });
    expect((await web.mutate('oauth.unlink', { provider: 'github' })).error.appCode).toBe('NOT_FOUND');
    expect(await linksOf(person.id)).toEqual([]);
    const { web: unproved } = await signedIn({ emailVerifiedAt: null });
    for (const [other, code] of [
      [unproved, 'EMAIL_NOT_VERIFIED'],
      [browser(world.server), 'UNAUTHORIZED'],
    ] as const)
      expect((await other.mutate('oauth.beginLink', { provider: 'github' })).error.appCode).toBe(code);
  });

  it('is not ended where it is the last way in, nor kept where the mailbox turns out to be another’s', async () => {
    const { person, web } = await signedIn();
    github.signedIn = githubber(person.email);
    await end(web, await atGitHub(await linkAt(web)));
    const { db } = world.server.services.client;
    await db.update(users).set({ passwordHash: null, emailVerifiedAt: null }).where(eq(users.id, person.id));
    expect((await web.mutate('oauth.unlink', { provider: 'github' })).error.appCode).toBe('LAST_CREDENTIAL');
    expect(await linksOf(person.id)).toHaveLength(1);
    const owner = visitorOf(world);
    const { link } = await askForLink(world, owner, person.email);
    await owner.call('GET', `${link?.pathname}${link?.search}`);
    expect(await whoIs(owner)).toBe(person.email);
    expect(await linksOf(person.id)).toEqual([]);
  });
});

it('is offered with keys alone, and goes to no page but ours', async () => {
  const web = browser(world.server);
  const { body } = await web.call('GET', '/api/auth/providers');
  expect(body.github).toEqual({
    id: 'github',
    name: 'GitHub',
    type: 'oauth',
    signinUrl: `${BASE}/signin/github`,
    callbackUrl: `${BASE}/callback/github`,
  });
  const person = await createMember(world.server.services.client.db, world.tenant.id, 'manager', VERIFIED);
  github.signedIn = githubber(person.email);
  for (const evil of ['//evil.example', '/\\evil.example', 'https:evil.example', 'https://evil.example/'])
    expect(await end(web, await atGitHub(await begin(web, 'github', evil))), evil).toBe('/portal');
});
