import { createChangeRequest as changeFactory, createEngagement } from '@officina/db/factories-portal';
import { describe, expect, it } from 'vitest';
import { idOf, portalWorld } from '../../../domains/engagements/testing/portal-world.ts';
import { httpClient } from '../../../testing/harness.ts';

const PATH = '/api/portal/change-requests';
const UNKNOWN = '01900000-0000-7000-8000-000000000000';
const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
const NOW = '2026-01-15T10:00:00.000Z';
const FACTS = {
  title: 'Add a zone',
  description: 'One more zone for the packing line.',
  impact: 'scope',
  severity: 'med',
};

async function portal() {
  const made = await portalWorld();
  const { world } = made;
  const [staff, client, other, visitor] = await Promise.all([
    httpClient(world, made.operator),
    httpClient(world, made.client),
    httpClient(world, made.other),
    httpClient(world, 'visitor'),
  ]);
  const change = (facts: object = {}) =>
    changeFactory(made.db, world.tenant.id, {
      orgId: made.acme.contactId,
      engagementId: made.engagement.id,
      createdBy: idOf(made.client),
      ...facts,
    });
  return { ...made, change, http: { staff, client, other, visitor } };
}

describe('GET and POST /portal/change-requests', () => {
  it('makes a request and lists it with exactly the keys of the contract', async () => {
    const { http, acme, client, engagement } = await portal();
    const body = { engagementId: engagement.id, ...FACTS };
    const made = await http.client.call('POST', PATH, { ...body, unknown: 1 });
    expect(made.status).toBe(201);
    const item = {
      id: uuid,
      orgId: acme.contactId,
      engagementId: engagement.id,
      createdByUserId: idOf(client),
      assignedToUserId: null,
      ...FACTS,
      status: 'proposed',
      requestedAt: NOW,
      decidedAt: null,
      implementedAt: null,
      decisionNote: null,
      costDeltaEUR: null,
      scheduleDeltaDays: null,
      createdAt: NOW,
      updatedAt: NOW,
    };
    expect(made.body).toEqual({ ok: true, item });
    expect(made.headers.get('cache-control')).toBe('no-store');
    const listed = await http.staff.call('GET', PATH);
    expect(listed.status).toBe(200);
    expect(listed.body).toEqual({
      ok: true,
      items: [
        {
          ...item,
          engagement: { id: engagement.id, title: engagement.title },
          createdBy: { id: idOf(client), email: expect.stringContaining('@'), name: 'Marc Dupont' },
        },
      ],
    });
    expect((await http.other.call('GET', PATH)).body).toEqual({ ok: true, items: [] });
  });

  it('pages by limit and the last item; limits are clamped, what is no number is ignored', async () => {
    const { http, change } = await portal();
    const made = [];
    for (let i = 0; i < 3; i++) made.unshift((await change()).id);
    const ids = async (query: string) =>
      (await http.client.call('GET', `${PATH}?${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await ids('limit=2')).toEqual(made.slice(0, 2));
    expect(await ids('limit=0')).toEqual(made.slice(0, 1));
    expect(await ids('limit=-3')).toEqual(made.slice(0, 1));
    expect(await ids('limit=999')).toEqual(made);
    expect(await ids('limit=abc')).toEqual(made);
    expect(await ids(`before=${made[0]}`)).toEqual(made.slice(1));
    expect(await ids('status=approved')).toEqual([]);
    for (const before of [UNKNOWN, 'x']) {
      const refused = await http.client.call('GET', `${PATH}?before=${before}`);
      expect([refused.status, refused.body]).toEqual([400, { error: 'Invalid payload' }]);
    }
  });

  it('refuses in the order payload, unknown, foreign, closed', async () => {
    const { http, world, db, acme, engagement } = await portal();
    const post = async (who: keyof typeof http, body: unknown) => {
      const { status, body: answer } = await http[who].call('POST', PATH, body);
      return [status, answer];
    };
    const closed = await createEngagement(db, world.tenant.id, { orgId: acme.contactId, stage: 'closed' });
    const body = { engagementId: engagement.id, ...FACTS };
    const invalid = [400, { error: 'Invalid payload' }];
    expect(await post('visitor', body)).toEqual([401, { error: 'Unauthorized' }]);
    expect(await post('other', { ...body, title: 'ab' })).toEqual(invalid);
    for (const wrong of ['{', [], null, 'x', { ...body, description: 'too short' }, { ...body, impact: 'x' }])
      expect(await post('client', wrong)).toEqual(invalid);
    expect(await post('client', { ...body, title: 'a\u0000bc' })).toEqual(invalid);
    for (const engagementId of [UNKNOWN, 'x'])
      expect(await post('client', { ...body, engagementId })).toEqual([404, { error: 'Not found' }]);
    expect(await post('other', body)).toEqual([403, { error: 'Forbidden' }]);
    const late = { ...body, engagementId: closed.id };
    expect(await post('client', late)).toEqual([400, { error: 'Engagement closed' }]);
    expect(await post('client', { ...body, editEventId: UNKNOWN })).toEqual([400, { error: 'Invalid edit' }]);
    expect((await http.client.call('GET', PATH)).body.items).toEqual([]);
    expect((await http.visitor.call('GET', PATH)).status).toBe(401);
    const accountant = await httpClient(world, 'accountant');
    expect((await accountant.call('GET', PATH)).status).toBe(403);
  });
});

describe('PATCH /portal/change-requests/:id', () => {
  it('lets a client cancel, but neither decide nor price', async () => {
    const { http, change } = await portal();
    const { id } = await change();
    const patch = (body: unknown) => http.client.call('PATCH', `${PATH}/${id}`, body);
    expect((await patch({ status: 'approved' })).status).toBe(403);
    expect((await patch({ costDeltaEUR: 0 })).status).toBe(403);
    const cancelled = await patch({ status: 'cancelled' });
    expect([cancelled.status, cancelled.body.item.status]).toEqual([200, 'cancelled']);
    const late = await patch({ title: 'Too late' });
    expect([late.status, late.body]).toEqual([400, { error: 'Change request locked' }]);
  });

  it('refuses in the order unknown, foreign, payload, limits, locked, transition, assignee', async () => {
    const { http, change } = await portal();
    const { id } = await change({ status: 'approved' });
    const patch = async (who: keyof typeof http, body: unknown, of = id) => {
      const { status, body: answer } = await http[who].call('PATCH', `${PATH}/${of}`, body);
      return [status, answer.error];
    };
    expect(await patch('visitor', {})).toEqual([401, 'Unauthorized']);
    expect(await patch('client', { title: 1 }, UNKNOWN)).toEqual([404, 'Not found']);
    expect(await patch('client', { title: 1 }, 'x')).toEqual([404, 'Not found']);
    expect(await patch('other', { title: 1 })).toEqual([403, 'Forbidden']);
    for (const body of [{}, [], { unknown: 1 }, { status: 'x' }, { costDeltaEUR: 1.5 }, { title: null }])
      expect(await patch('client', body)).toEqual([400, 'Invalid payload']);
    expect(await patch('client', { title: 'Another', status: 'rejected' })).toEqual([403, 'Forbidden']);
    expect(await patch('staff', { title: 'Another', status: 'proposed' })).toEqual([
      400,
      'Change request locked',
    ]);
    const wrong = { status: 'proposed', assignedToUserId: UNKNOWN };
    expect(await patch('staff', wrong)).toEqual([400, 'Invalid transition']);
    expect(await patch('staff', { assignedToUserId: UNKNOWN })).toEqual([400, 'Invalid assignee']);
  });

  it('decides like decide and implements like implement', async () => {
    const { http, change } = await portal();
    const { id } = await change();
    const patch = (body: unknown) => http.staff.call('PATCH', `${PATH}/${id}`, body);
    expect((await patch({ status: 'approved', costDeltaEUR: -500 })).body.item).toMatchObject({
      status: 'approved',
      decidedAt: NOW,
      costDeltaEUR: -500,
    });
    expect((await patch({ status: 'implemented' })).body.item).toMatchObject({ implementedAt: NOW });
    const { body } = await http.client.call('GET', '/api/portal/notifications');
    expect(body.items.map(({ type, title }: { type: string; title: string }) => [type, title])).toEqual([
      ['change_request_implemented', 'Change request implemented'],
      ['change_request_decision', 'Change request approved'],
    ]);
  });
});

describe('POST /portal/change-requests/:id/decide and /implement', () => {
  it('decides once', async () => {
    const { http, change } = await portal();
    const { id } = await change();
    const decide = (body: unknown) => http.staff.call('POST', `${PATH}/${id}/decide`, body);
    const decision = { status: 'approved', decisionNote: 'Agreed', scheduleDeltaDays: 10 };
    const first = await decide(decision);
    expect(first.status).toBe(200);
    expect(first.body.item).toMatchObject({ ...decision, decidedAt: NOW, costDeltaEUR: null });
    const second = await decide(decision);
    expect([second.status, second.body]).toEqual([400, { error: 'Change request locked' }]);
  });

  it('refuses clients, unknown requests and what is no decision', async () => {
    const { http, change } = await portal();
    const { id } = await change();
    const post = async (who: keyof typeof http, path: string, body?: unknown) => {
      const { status, body: answer } = await http[who].call('POST', `${PATH}/${path}`, body);
      return [status, answer.error];
    };
    const decision = { status: 'approved', decisionNote: 'Agreed' };
    expect(await post('visitor', `${id}/decide`, decision)).toEqual([401, 'Unauthorized']);
    expect(await post('client', `${id}/decide`, 'nonsense')).toEqual([403, 'Forbidden']);
    for (const body of [
      undefined,
      {},
      { ...decision, status: 'cancelled' },
      { ...decision, decisionNote: 'no' },
    ])
      expect(await post('staff', `${UNKNOWN}/decide`, body)).toEqual([400, 'Invalid payload']);
    expect(await post('staff', `${UNKNOWN}/decide`, decision)).toEqual([404, 'Not found']);
    expect(await post('visitor', `${id}/implement`)).toEqual([401, 'Unauthorized']);
    expect(await post('client', `${id}/implement`)).toEqual([403, 'Forbidden']);
    expect(await post('staff', 'x/implement')).toEqual([404, 'Not found']);
    expect(await post('staff', `${id}/implement`)).toEqual([400, 'Change request not approved']);
  });

  it('implements an approved request, and says so again when asked again', async () => {
    const { http, world, change } = await portal();
    const { id } = await change({ status: 'approved' });
    const first = await http.staff.call('POST', `${PATH}/${id}/implement`);
    expect(first.body.item).toMatchObject({ status: 'implemented', implementedAt: NOW });
    world.server.clock.advance({ hours: 1 });
    const again = await http.staff.call('POST', `${PATH}/${id}/implement`);
    expect([again.status, again.body]).toEqual([200, first.body]);
    world.server.clock.set(NOW);
  });
});
