import { beforeAll, describe, expect, it } from 'vitest';
import { addDemoServices } from '../../../domains/catalogue/demo-services/add-demo-services.ts';
import { listInquiries } from '../../../domains/engagements/inquiries/inquiry-reads.ts';
import { createWorld, httpClient, testServer } from '../../../testing/harness.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const asked = {
  organization: 'New Firm',
  role: 'CTO',
  serviceSlug: 'delivery-rescue',
  timeframe: '1-3 months',
  email: 'jo@newfirm.example',
  consent: true,
};

beforeAll(() => testServer({ RATE_LIMIT: 'on' }));

let hour = 0;
/** A tenant whose visitors are counted from nothing: every test has an hour of its own. */
async function consultancy() {
  const world = await createWorld();
  world.server.clock.set(`2026-01-15T${String(10 + hour++).padStart(2, '0')}:01:00.000Z`);
  await addDemoServices(world.server.services.client.db, world.tenant.id);
  const { call } = await httpClient(world);
  return {
    world,
    post: (body: unknown, headers?: Record<string, string>) => call('POST', '/api/inquiry', body, headers),
  };
}

describe('POST /api/inquiry', () => {
  it('answers 202 with the id, from any site', async () => {
    const { world, post } = await consultancy();
    const body = { ...asked, note: '', mode: '', website: '', more: 'dropped' };
    const answer = await post(body, { origin: 'https://partner.example', 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ ok: true, id: expect.stringMatching(UUID), received: true });
    const { items } = await listInquiries(world.ctx, {});
    expect(items.map(({ id, note, mode }) => [id, note, mode])).toEqual([[answer.body.id, null, null]]);
  });

  it('answers a filled honeypot alike and keeps nothing', async () => {
    const { world, post } = await consultancy();
    const answer = await post({ ...asked, website: 'x' });
    expect([answer.status, Object.keys(answer.body)]).toEqual([202, ['ok', 'id', 'received']]);
    expect((await listInquiries(world.ctx, {})).items).toEqual([]);
  });

  it('names every faulty field with its texts', async () => {
    const { post } = await consultancy();
    const faults = await post({ ...asked, timeframe: 'Later', consent: 'yes' });
    expect(faults.status).toBe(400);
    expect(faults.body).toEqual({
      ok: false,
      success: false,
      errors: { timeframe: [expect.any(String)], consent: ['Consent is required'] },
    });
    const fields = async (body: unknown) => Object.keys((await post(body)).body.errors).sort();
    expect(await fields({})).toEqual([
      'consent',
      'email',
      'organization',
      'role',
      'serviceSlug',
      'timeframe',
    ]);
    for (const [field, value] of [
      ['organization', ' x '],
      ['organization', 'x'.repeat(201)],
      ['organization', 'a\u0000b'],
      ['role', 'x'],
      ['serviceSlug', 'nothing'],
      ['timeframe', 'immediate'],
      ['email', 'jo@newfirm'],
      ['email', `${'x'.repeat(250)}@a.example`],
      ['note', 'x'.repeat(141)],
      ['mode', 'onsite'],
      ['website', 'x'.repeat(201)],
      ['consent', false],
    ] as const)
      expect(await fields({ ...asked, [field]: value }), `${field}: ${value}`).toEqual([field]);
  });

  it('has no fields to name in what is no object', async () => {
    const { post } = await consultancy();
    for (const body of ['{', '', 'null', '[]']) {
      const answer = await post(body);
      expect([answer.status, answer.body]).toEqual([400, { ok: false, success: false, errors: {} }]);
    }
  });

  it('is taken five times in ten minutes from one address; faulty bodies and honeypots are not counted', async () => {
    const { world, post } = await consultancy();
    await post({});
    await post({ ...asked, website: 'x' });
    for (let at = 0; at < 5; at++) expect((await post({ ...asked, role: `Role ${at}` })).status).toBe(202);
    const refused = await post(asked);
    expect([refused.status, refused.body]).toEqual([429, { ok: false }]);
    expect(refused.headers.get('retry-after')).toBe('540');
    expect((await post({ ...asked, consent: false })).status).toBe(400);
    world.server.clock.advance({ minutes: 9 });
    expect((await post(asked)).status).toBe(202);
  });

  it('tells the limit of all requests in its own words, too', async () => {
    const { post } = await consultancy();
    const answers: number[] = [];
    for (let at = 0; at < 101; at++) answers.push((await post('{')).status);
    expect(answers.filter((status) => status === 400)).toHaveLength(100);
    const refused = await post('{');
    expect([refused.status, refused.body]).toEqual([429, { ok: false }]);
  });
});
