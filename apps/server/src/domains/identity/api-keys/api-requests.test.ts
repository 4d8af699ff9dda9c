import { beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../testing/harness.ts';
import { withKey } from '../../../testing/studio.ts';
import { listApiRequests } from './list-api-requests.ts';
import { sweepApiRequests } from './sweep-api-requests.ts';

describe('the log of programs’ calls', () => {
  let world: World;
  let keyId: string;

  beforeAll(async () => {
    world = await createWorld();
    const program = await withKey(world);
    keyId = program.id;
    await program.call('GET', '/v1/clients?search=Somebody');
    await program.call('POST', '/v1/clients', { name: '' });
    await program.call('GET', '/v1/nothing');
    world.server.clock.set('2026-01-15T10:05:00Z');
    await program.call('POST', '/v1/clients', { name: 'Acme' });
    await world.server.requests.flush();
  });

  const told = async (asked: Parameters<typeof listApiRequests>[1], ctx = world.ctx) =>
    (await listApiRequests(ctx, asked)).items.map(
      ({ method, path, status }) => `${method} ${path} ${status}`,
    );

  it('tells what was called and how it ended, and nothing of what was sent', async () => {
    const { items } = await listApiRequests(world.ctx, {});
    expect(items[0]).toEqual({
      id: expect.any(String),
      at: '2026-01-15T10:05:00.000Z',
      method: 'POST',
      path: '/api/v1/clients',
      status: 201,
      durationMs: expect.any(Number),
      requestId: expect.any(String),
      key: { id: keyId, name: expect.any(String), prefix: expect.stringMatching(/^ofk_/) },
    });
    expect(items).toHaveLength(4);
    expect(JSON.stringify(items)).not.toContain('Somebody');
  });

  it('is filtered by key, method, kind of answer and path, and pages', async () => {
    expect(await told({ method: 'POST', status: '4' })).toEqual(['POST /api/v1/clients 400']);
    expect(await told({ search: 'noth' })).toEqual(['GET /api/v1/nothing 404']);
    expect(await told({ search: '%' })).toEqual([]);
    expect(await told({ keyId })).toHaveLength(4);
    expect(await told({ keyId: 'x' })).toEqual([]);
    const first = await listApiRequests(world.ctx, { limit: 3 });
    expect(await told({ cursor: first.nextCursor })).toHaveLength(1);
  });

  it('is shown to who made the key and to the owners, and to nobody else', async () => {
    expect(await told({}, await world.as('member'))).toEqual([]);
    expect(await told({}, (await createWorld()).ctx)).toEqual([]);
    await expect(told({}, await world.as('accountant'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is forgotten after a month', async () => {
    world.server.clock.set('2026-02-14T10:04:00Z');
    await sweepApiRequests({ ...world.ctx, now: world.server.clock.now() });
    expect(await told({})).toEqual(['POST /api/v1/clients 201']);
  });
});
