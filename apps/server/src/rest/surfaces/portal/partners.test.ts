import { beforeAll, describe, expect, it } from 'vitest';
import { listTalent } from '../../../domains/talent/talent-reads.ts';
import { createWorld, httpClient, testServer } from '../../../testing/harness.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const form = {
  fullName: 'Zoe Novak',
  email: 'zoe@experts.example',
  primaryRole: 'fractional_cto',
  domains: ['supply_chain'],
  seniority: 'director',
  availabilityWindow: 'two_four_weeks',
  consent: true,
};
const failure = (key: string) => ({ ok: false, messageKey: `partners.form.error.${key}` });

beforeAll(() => testServer({ RATE_LIMIT: 'on' }));

let day = 10;
/** A tenant on a day of its own: every call stands in a window of its own unless it is told to stay. */
async function agency() {
  const world = await createWorld();
  world.server.clock.set(`2026-02-${day++}T10:01:00.000Z`);
  const { call } = await httpClient(world);
  const stay = (body: unknown, headers?: Record<string, string>) =>
    call('POST', '/api/partners/signal', body, headers);
  const post = (body: unknown, headers?: Record<string, string>) => {
    world.server.clock.advance({ minutes: 10 });
    return stay(body, headers);
  };
  return { world, post, stay };
}

describe('POST /api/partners/signal', () => {
  it('answers the profile, the same for the same address, from any site', async () => {
    const { post } = await agency();
    const first = await post({ ...form, rateBand: '', linkedInUrl: 'https://example.com/zoe', unknown: 1 });
    expect(first.status).toBe(200);
    expect(first.body).toEqual({ ok: true, profileId: expect.stringMatching(UUID) });
    const second = await post(
      { ...form, email: 'ZOE@experts.example' },
      { origin: 'https://partner.example' },
    );
    expect(second.body).toEqual(first.body);
  });

  it('answers a filled honeypot alike and keeps nothing', async () => {
    const { world, post } = await agency();
    const answer = await post({ ...form, honeypot: 'x' });
    expect([answer.status, answer.body]).toEqual([200, { ok: true, profileId: expect.stringMatching(UUID) }]);
    expect((await listTalent(world.ctx, {})).items).toEqual([]);
  });

  it('refuses what is no such form', async () => {
    const { post, world } = await agency();
    for (const body of [
      '{',
      'null',
      {},
      { ...form, consent: false },
      { ...form, fullName: ' ' },
      { ...form, email: 'zoe' },
      { ...form, linkedInUrl: 'ftp://example.com/zoe' },
      { ...form, primaryRole: 'ceo' },
      { ...form, secondaryRoles: ['ceo'] },
      { ...form, domains: [] },
      { ...form, seniority: 'junior' },
      { ...form, availabilityWindow: 'later' },
      { ...form, engagementModes: ['moon'] },
      { ...form, languages: ['fr'] },
      { ...form, rateBand: '300' },
      { ...form, locale: 'x'.repeat(36) },
    ]) {
      const answer = await post(body);
      expect([answer.status, answer.body], JSON.stringify(body)).toEqual([400, failure('invalid')]);
    }
    expect((await listTalent(world.ctx, {})).items).toEqual([]);
  });

  it('takes six posts in ten minutes from one address, whatever is in them', async () => {
    const { world, stay } = await agency();
    for (const body of ['{', {}, form, form, { ...form, honeypot: 'x' }, '{'])
      expect((await stay(body)).status).not.toBe(429);
    for (const body of ['{', form]) {
      const refused = await stay(body);
      expect([refused.status, refused.body]).toEqual([429, failure('rateLimit')]);
      expect(refused.headers.get('retry-after')).toBe('540');
    }
    world.server.clock.advance({ minutes: 9 });
    expect((await stay(form)).status).toBe(200);
  });

  it('is not available while there are no tables for it', async () => {
    const { world, post } = await agency();
    const { sql } = world.server.services.client;
    await sql`alter table talent_signals rename to talent_signals_away`;
    const answer = await post(form);
    await sql`alter table talent_signals_away rename to talent_signals`;
    expect([answer.status, answer.body]).toEqual([503, failure('unavailable')]);
    expect((await post(form)).status).toBe(200);
  });
});
