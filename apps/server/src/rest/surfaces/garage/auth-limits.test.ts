import { unique } from '@officina/db/factories';
import { beforeAll, describe, expect, it } from 'vitest';
import { invite } from '../../../domains/tenancy/invite.ts';
import { resendInvitation } from '../../../domains/tenancy/resend-invitation.ts';
import { browser, PASSWORD } from '../../../testing/browser.ts';
import { createWorld, type TestServer, testServer } from '../../../testing/harness.ts';
import { personWithPassword } from '../../../testing/people.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ RATE_LIMIT: 'on' });
});

async function person() {
  const world = await createWorld();
  return personWithPassword(server.services, world.tenant.id);
}

const refusal = (limit: number, resetAt: string) => ({
  success: false,
  error: 'Rate limit exceeded',
  code: 'RATE_LIMIT_EXCEEDED',
  details: { limit, reset_at: resetAt },
});

describe('failed sign-ins', () => {
  it('are five a minute for one address and account, then right passwords are refused, too', async () => {
    server.clock.set('2026-01-15T10:00:20.000Z');
    const { email } = await person();
    const other = await person();
    const web = browser(server);
    for (let i = 0; i < 5; i++) expect((await web.signIn(email, 'wrong')).status).toBe(401);
    const refused = await web.signIn(email);
    expect(refused.status).toBe(429);
    expect(refused.body).toEqual(refusal(5, '2026-01-15T10:01:00.000Z'));
    expect(refused.headers.get('retry-after')).toBe('40');
    expect((await web.signIn(other.email)).status).toBe(200);
    expect((await browser(server).signIn(email)).status).toBe(200);
    server.clock.set('2026-01-15T10:01:00.000Z');
    expect((await web.signIn(email)).status).toBe(200);
  });

  it('are counted for accounts that do not exist as well', async () => {
    const web = browser(server);
    const email = `${unique('nobody')}@example.test`;
    const statuses = [];
    for (let i = 0; i < 6; i++) statuses.push((await web.signIn(email)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('are answered five times however many come at once', async () => {
    const { email } = await person();
    const web = browser(server);
    const guesses = await Promise.all(Array.from({ length: 20 }, (_, i) => web.signIn(email, `guess ${i}`)));
    const statuses = guesses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  it('do not count against right passwords', async () => {
    const { email } = await person();
    const web = browser(server);
    const all = await Promise.all(Array.from({ length: 8 }, () => web.signIn(email)));
    expect(all.map(({ status }) => status)).toEqual(Array(8).fill(200));
  });
});

describe('sign-ups', () => {
  const asked = () => ({
    email: `${unique('new')}@garage.test`,
    password: PASSWORD,
    name: 'Jean Martin',
    subdomain: unique('garage-martin'),
    tenantName: 'Garage Martin',
  });

  it('are three an hour from one address; refused ones are not counted', async () => {
    server.clock.set('2026-01-15T12:20:00.000Z');
    const web = browser(server);
    const first = asked();
    expect((await web.call('POST', '/api/auth/signup', first)).status).toBe(201);
    for (let i = 0; i < 4; i++) {
      const taken = await web.call('POST', '/api/auth/signup', { ...asked(), subdomain: first.subdomain });
      expect(taken.body.code).toBe('SUBDOMAIN_EXISTS');
    }
    const made = await Promise.all(
      Array.from({ length: 5 }, () => web.call('POST', '/api/auth/signup', asked())),
    );
    expect(made.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429, 429]);
    const refused = await web.call('POST', '/api/auth/signup', asked());
    expect(refused.body).toEqual(refusal(3, '2026-01-15T13:00:00.000Z'));
    const rpc = await web.mutate('identity.signUp', asked());
    expect(rpc.error).toMatchObject({ code: 'TOO_MANY_REQUESTS', details: { limit: 3 } });
    expect((await browser(server).call('POST', '/api/auth/signup', asked())).status).toBe(201);
    server.clock.set('2026-01-15T13:00:00.000Z');
    expect((await web.call('POST', '/api/auth/signup', asked())).status).toBe(201);
  });
});

describe('requests', () => {
  it('are a hundred a minute, with the headers on every answer', async () => {
    server.clock.set('2026-01-15T14:00:30.000Z');
    const web = browser(server);
    const answers = [];
    for (let i = 0; i < 101; i++) answers.push(await web.call('GET', '/api/auth/session'));
    expect(answers[0]?.headers.get('x-ratelimit-remaining')).toBe('99');
    expect(answers[0]?.headers.get('x-ratelimit-reset')).toBe(
      String(Date.parse('2026-01-15T14:01:00.000Z') / 1000),
    );
    expect(answers[99]?.status).toBe(200);
    const refused = answers[100];
    expect(refused?.status).toBe(429);
    expect(refused?.body).toEqual(refusal(100, '2026-01-15T14:01:00.000Z'));
    expect(refused?.headers.get('retry-after')).toBe('30');
    expect(refused?.headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await web.query('identity.session')).status).toBe(200);
  });
});

describe('mails with links', () => {
  it('are asked for twenty times in ten minutes', async () => {
    server.clock.set('2026-01-15T15:00:00.000Z');
    const web = browser(server);
    const ask = () => web.mutate('identity.requestPasswordReset', { email: 'a@example.test' });
    for (let i = 0; i < 20; i++) expect((await ask()).data).toEqual({ success: true });
    expect((await ask()).error).toMatchObject({
      appCode: 'RATE_LIMIT_EXCEEDED',
      details: { limit: 20, reset_at: '2026-01-15T15:10:00.000Z' },
    });
  });

  it('go to an invited address three times an hour', async () => {
    const { ctx } = await createWorld('owner', { plan: 'enterprise' });
    const { id } = await invite(ctx, { email: `${unique('guest')}@example.test`, role: 'member' });
    for (let i = 0; i < 2; i++) await resendInvitation(ctx, { id });
    await expect(resendInvitation(ctx, { id })).rejects.toMatchObject({
      code: 'RATE_LIMIT_EXCEEDED',
      details: { limit: 3 },
    });
  });
});
