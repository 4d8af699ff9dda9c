import { describe, expect, it } from 'vitest';
import { createChangeRequest } from '../../../domains/engagements/change-requests/create-change-request.ts';
import { portalWorld } from '../../../domains/engagements/testing/portal-world.ts';
import { httpClient } from '../../../testing/harness.ts';

const PATH = '/api/portal/notifications';

/** An operator who was told of a number of change requests. */
async function told(times: number) {
  const portal = await portalWorld();
  const { world, client, operator, engagement } = portal;
  const ids: string[] = [];
  for (let i = 0; i < times; i++) {
    const { id } = await createChangeRequest(client, {
      engagementId: engagement.id,
      title: `Change ${i}`,
      description: 'Something is to be different.',
      impact: 'risk',
      severity: 'low',
    });
    ids.unshift(id);
  }
  return { ...portal, ids, http: await httpClient(world, operator) };
}

describe('/portal/notifications', () => {
  it('lists the newest of the caller with the count of all unread', async () => {
    const { http, ids, world, client } = await told(1);
    const { status, body } = await http.call('GET', PATH);
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          id: expect.any(String),
          type: 'change_request_created',
          title: 'Change request created',
          body: 'Change 0',
          createdAt: '2026-01-15T10:00:00.000Z',
          readAt: null,
          entityType: 'change_request',
          entityId: ids[0],
        },
      ],
      unreadCount: 1,
    });
    const theirs = await (await httpClient(world, client)).call('GET', PATH);
    expect(theirs.body).toEqual({ items: [], unreadCount: 0 });
    expect((await (await httpClient(world, 'accountant')).call('GET', PATH)).status).toBe(200);
    const refused = await (await httpClient(world, 'visitor')).call('GET', PATH);
    expect([refused.status, refused.body]).toEqual([401, { error: 'Unauthorized' }]);
  });

  it('clamps the limit and ignores what is none', async () => {
    const { http } = await told(22);
    const shown = async (query: string) => {
      const { status, body } = await http.call('GET', `${PATH}?${query}`);
      return [status, body.items.length, body.unreadCount];
    };
    expect(await shown('limit=999')).toEqual([200, 20, 22]);
    expect(await shown('limit=abc')).toEqual([200, 8, 22]);
    expect(await shown('')).toEqual([200, 8, 22]);
    expect(await shown('limit=0')).toEqual([200, 1, 22]);
    expect(await shown('limit=3&status=whatever')).toEqual([200, 3, 22]);
  });

  it('marks the named ones, then all; what was read keeps its moment', async () => {
    const { http, world } = await told(3);
    const before = (await http.call('GET', PATH)).body.items;
    const ids = [before[0].id, '01900000-0000-7000-8000-000000000000', 'x'];
    const named = await http.call('POST', PATH, { ids });
    expect([named.status, named.body]).toEqual([200, { ok: true, unreadCount: 2 }]);
    const left = (await http.call('GET', `${PATH}?status=unread`)).body;
    expect(left.items.map(({ id }: { id: string }) => id)).toEqual([before[1].id, before[2].id]);
    world.server.clock.advance({ minutes: 5 });
    const all = await http.call('POST', PATH, { markAll: true, ids: [] });
    expect([all.status, all.body]).toEqual([200, { ok: true, unreadCount: 0 }]);
    const read = (await http.call('GET', PATH)).body.items.map(({ readAt }: { readAt: string }) => readAt);
    expect(read).toEqual([
      '2026-01-15T10:00:00.000Z',
      '2026-01-15T10:05:00.000Z',
      '2026-01-15T10:05:00.000Z',
    ]);
    world.server.clock.set('2026-01-15T10:00:00.000Z');
  });

  it('leaves those of others alone and needs targets', async () => {
    const { http, world, admin } = await told(1);
    const [mine] = (await http.call('GET', PATH)).body.items;
    const stranger = await httpClient(world, admin);
    expect((await stranger.call('POST', PATH, { ids: [mine.id] })).body).toEqual({
      ok: true,
      unreadCount: 1,
    });
    expect((await http.call('GET', PATH)).body.unreadCount).toBe(1);
    for (const body of [{}, { ids: [] }, { markAll: false }]) {
      const { status, body: answer } = await http.call('POST', PATH, body);
      expect([status, answer]).toEqual([400, { error: 'No targets' }]);
    }
    for (const body of ['{', [], { ids: 'x' }, { ids: Array(201).fill('x') }, { markAll: 'yes' }]) {
      const { status, body: answer } = await http.call('POST', PATH, body);
      expect([status, answer]).toEqual([400, { error: 'Invalid payload' }]);
    }
  });
});
