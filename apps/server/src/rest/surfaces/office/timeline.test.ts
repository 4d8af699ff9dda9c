import { createOfficeClient } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../testing/harness.ts';
import { officeApi } from '../../../testing/office-api.ts';

async function office() {
  const world = await createWorld('admin', { timeZone: 'Asia/Jerusalem', currency: 'ILS', locale: 'he-IL' });
  const [advisor, secretary] = await Promise.all([officeApi(world, 'admin'), officeApi(world, 'member')]);
  const { db } = world.server.services.client;
  const client = await createOfficeClient(db, world.tenant.id, {}, { phone: '+972501234567' });
  return { world, advisor, secretary, id: client.ref, path: `/clients/${client.ref}/timeline` };
}

describe('GET /api/v1/clients/{client_id}/timeline', () => {
  it('tells binders, charges and messages, the newest first', async () => {
    const { advisor, secretary, id, path, world } = await office();
    const binder = (
      await secretary.call('POST', '/binders/receive', {
        client_id: id,
        binder_number: 'BND-001',
        received_at: '2026-01-15',
      })
    ).body;
    world.server.clock.advance({ seconds: 1 });
    const charge = (
      await advisor.call('POST', '/charges', { client_id: id, amount: 1500.5, charge_type: 'retainer' })
    ).body;
    world.server.clock.advance({ seconds: 1 });
    await advisor.call('POST', `/charges/${charge.id}/issue`);
    const { status, body } = await advisor.call('GET', path);
    expect(status).toBe(200);
    const of = (event_type: string, second: number, rest: object) => ({
      event_type,
      timestamp: `2026-01-15T10:00:0${second}`,
      binder_id: null,
      charge_id: null,
      ...rest,
    });
    expect(body).toEqual({
      client_id: id,
      events: [
        of('charge_issued', 2, {
          charge_id: charge.id,
          description: 'Charge issued: retainer',
          metadata: { amount: 1500.5 },
        }),
        of('charge_created', 1, {
          charge_id: charge.id,
          description: 'Charge created: retainer',
          metadata: { amount: 1500.5, status: 'issued' },
        }),
        of('notification_sent', 0, {
          binder_id: binder.id,
          description: 'Notification: binder_received',
          metadata: { trigger: 'binder_received', channel: 'whatsapp' },
        }),
        of('binder_status_change', 0, {
          binder_id: binder.id,
          description: 'Binder BND-001: null → in_office',
          metadata: { old_status: 'null', new_status: 'in_office' },
        }),
        of('binder_received', 0, {
          binder_id: binder.id,
          description: 'Binder BND-001 received',
          metadata: { binder_number: 'BND-001' },
        }),
      ],
      page: 1,
      page_size: 50,
      total: 5,
    });
    const seen = (await secretary.call('GET', `${path}?page_size=2`)).body;
    expect(seen.events.map(({ metadata }: { metadata: object }) => metadata)).toEqual([
      {},
      { status: 'issued' },
    ]);
    expect((await secretary.call('GET', `${path}?page=2&page_size=2`)).body.events).toEqual(
      body.events.slice(2, 4),
    );
  });

  it('tells the return, with the moments as written of what was entered later', async () => {
    const { advisor, id, path } = await office();
    const received = { client_id: id, binder_number: 'B', received_at: '2025-12-01' };
    const { body: binder } = await advisor.call('POST', '/binders/receive', received);
    await advisor.call('POST', `/binders/${binder.id}/ready`);
    await advisor.call('POST', `/binders/${binder.id}/return`, { pickup_person_name: ' Avi ' });
    const { events } = (await advisor.call('GET', path)).body;
    const kinds = events.filter(
      ({ event_type }: { event_type: string }) => event_type !== 'notification_sent',
    );
    expect(kinds.map((event: { description: string }) => event.description)).toEqual([
      'Binder B returned',
      'Binder B: ready_for_pickup → returned',
      'Binder B: in_office → ready_for_pickup',
      'Binder B: null → in_office',
      'Binder B received',
    ]);
    expect(kinds[0].metadata).toEqual({ binder_number: 'B', pickup_person_name: 'Avi' });
    expect(kinds.at(-1).timestamp).toBe('2025-12-01T00:00:00');
  });

  it('answers 404 for whom it does not know, and 400 for pages that there cannot be', async () => {
    const { advisor, path } = await office();
    const missing = await advisor.call('GET', '/clients/999999999/timeline');
    expect(missing.status).toBe(404);
    expect(missing.body.detail).toBe('Client not found');
    expect((await advisor.call('GET', `${path}?page_size=200`)).status).toBe(200);
    for (const query of ['page_size=201', 'page_size=0', 'page=0', 'page=x'])
      expect((await advisor.call('GET', `${path}?${query}`)).status, query).toBe(400);
    expect((await advisor.call('GET', `${path}?page=9999`)).body).toMatchObject({
      events: [],
      page: 9999,
      total: 0,
    });
  });
});
