import { createCharge, createOfficeClient } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../testing/harness.ts';
import { officeApi } from '../../../testing/office-api.ts';

const failure = (status: number, detail: string) => ({
  detail,
  error: { type: 'http_error', detail, status_code: status, request_id: expect.any(String) },
});

async function office() {
  const world = await createWorld('admin', { timeZone: 'Asia/Jerusalem', currency: 'ILS', locale: 'he-IL' });
  const [advisor, secretary] = await Promise.all([officeApi(world, 'admin'), officeApi(world, 'member')]);
  const { db } = world.server.services.client;
  const client = await createOfficeClient(db, world.tenant.id);
  return { world, advisor, secretary, db, client };
}

describe('POST /api/v1/charges', () => {
  it('makes a draft that goes its way', async () => {
    const { advisor, client } = await office();
    const made = await advisor.call('POST', '/charges', {
      client_id: client.ref,
      amount: 1500.0,
      charge_type: 'retainer',
      period: '2026-02',
    });
    expect(made.status).toBe(201);
    const { id } = made.body;
    const charge = {
      id: expect.any(Number),
      client_id: client.ref,
      amount: 1500,
      currency: 'ILS',
      charge_type: 'retainer',
      period: '2026-02',
      status: 'draft',
      created_at: '2026-01-15T10:00:00',
      issued_at: null,
      paid_at: null,
    };
    expect(made.body).toEqual(charge);
    const issued = await advisor.call('POST', `/charges/${id}/issue`);
    expect(issued.status).toBe(200);
    expect(issued.body).toEqual({ ...charge, status: 'issued', issued_at: '2026-01-15T10:00:00' });
    const paid = await advisor.call('POST', `/charges/${id}/mark-paid`, {});
    expect(paid.body).toEqual({ ...issued.body, status: 'paid', paid_at: '2026-01-15T10:00:00' });
    const canceled = await advisor.call('POST', `/charges/${id}/cancel`);
    expect(canceled.status).toBe(400);
    expect(canceled.body).toEqual(failure(400, 'Cannot cancel paid charge'));
    expect((await advisor.call('GET', `/charges/${id}`)).body).toEqual(paid.body);
  });

  it('says no in the words of the contract', async () => {
    const { advisor, client, world, db } = await office();
    for (const action of ['issue', 'mark-paid', 'cancel']) {
      const { status, body } = await advisor.call('POST', `/charges/999999999/${action}`);
      expect(status).toBe(400);
      expect(body).toEqual(failure(400, 'Charge 999999999 not found'));
    }
    const missing = await advisor.call('GET', '/charges/999999999');
    expect(missing.status).toBe(404);
    expect(missing.body).toEqual(failure(404, 'Charge not found'));
    const body = { amount: 1, charge_type: 'one_time' };
    const nobody = await advisor.call('POST', '/charges', { ...body, client_id: 999_999_999 });
    expect(nobody.status).toBe(400);
    expect(nobody.body).toEqual(failure(400, 'Client 999999999 not found'));
    const gone = await createOfficeClient(db, world.tenant.id, { status: 'closed', closedAt: '2026-01-01' });
    const closed = await advisor.call('POST', '/charges', { ...body, client_id: gone.ref });
    expect(closed.status).toBe(400);
    expect(closed.body).toEqual(failure(400, 'Client is closed'));
    const { body: draft } = await advisor.call('POST', '/charges', { ...body, client_id: client.ref });
    const early = await advisor.call('POST', `/charges/${draft.id}/mark-paid`);
    expect(early.body).toEqual(failure(400, 'Cannot mark charge as paid with status draft'));
    await advisor.call('POST', `/charges/${draft.id}/cancel`);
    const again = await advisor.call('POST', `/charges/${draft.id}/cancel`);
    expect(again.body).toEqual(failure(400, 'Charge already canceled'));
    const late = await advisor.call('POST', `/charges/${draft.id}/issue`);
    expect(late.body).toEqual(failure(400, 'Cannot issue charge with status canceled'));
  });

  it('keeps amounts as they are written', async () => {
    const { advisor, client } = await office();
    const make = (amount: string) =>
      advisor.call(
        'POST',
        '/charges',
        `{"client_id":"${client.ref}","amount":${amount},"charge_type":"one_time","currency":"USD","period":null}`,
      );
    for (const amount of ['0.01', '0.29', '1.10', '99999999.99', '1e3', '"33.30"', '4503599.62']) {
      const { status, bytes } = await make(amount);
      expect(status).toBe(201);
      expect(bytes.toString()).toContain(`"amount":${Number(amount.replaceAll('"', ''))},`);
    }
    for (const amount of [
      '0',
      '-1',
      '0.001',
      '1.005',
      '99999999.991',
      '100000000',
      '"1,5"',
      'null',
      'true',
      '[]',
    ]) {
      const { status, body } = await make(amount);
      expect(status).toBe(400);
      expect(body.detail.map(({ loc }: { loc: string[] }) => loc)).toEqual([['body', 'amount']]);
    }
  });

  it('names all faulty fields, and refuses secretaries before it looks', async () => {
    const { advisor, secretary } = await office();
    const faulty = { client_id: 'x', amount: 0, charge_type: 'gift', period: '2026-00', currency: null };
    const { status, body } = await advisor.call('POST', '/charges', faulty);
    expect(status).toBe(400);
    expect(body.detail.map(({ loc }: { loc: string[] }) => loc[1])).toEqual(Object.keys(faulty));
    expect(JSON.stringify(body)).not.toContain('gift');
    for (const path of ['/charges', '/charges/1/issue', '/charges/1/mark-paid', '/charges/1/cancel']) {
      const refused = await secretary.call('POST', path, {});
      expect(refused.status).toBe(403);
      expect(refused.body).toEqual(failure(403, 'Insufficient permissions'));
    }
  });
});

describe('GET /api/v1/charges', () => {
  it('pages newest first, without amounts for secretaries', async () => {
    const { world, advisor, secretary, db, client } = await office();
    const made = [];
    for (let i = 0; i < 3; i++)
      made.push(
        await createCharge(db, world.tenant.id, {
          contactId: client.contactId,
          createdBy: world.user.id,
          createdAt: new Date(Date.UTC(2026, 0, 3 - i)),
        }),
      );
    const { body } = await advisor.call('GET', `/charges?client_id=${client.ref}&status=draft&page_size=2`);
    expect(body).toMatchObject({ page: 1, page_size: 2, total: 3 });
    expect(body.items.map(({ id }: { id: number }) => id)).toEqual(made.slice(0, 2).map(({ ref }) => ref));
    expect(Object.keys(body.items[0])).toHaveLength(10);
    const seen = await secretary.call('GET', '/charges');
    expect(seen.body.items).toHaveLength(3);
    for (const item of seen.body.items) expect(Object.keys(item)).toHaveLength(8);
    const one = await secretary.call('GET', `/charges/${made[0]?.ref}`);
    expect(Object.keys(one.body)).toEqual([
      'id',
      'client_id',
      'charge_type',
      'period',
      'status',
      'created_at',
      'issued_at',
      'paid_at',
    ]);
    expect((await advisor.call('GET', '/charges?client_id=999999999')).body).toEqual({
      items: [],
      page: 1,
      page_size: 20,
      total: 0,
    });
  });

  it.each(['status=late', 'client_id=x', 'client_id=12345678901234567890', 'page=0', 'page_size=101'])(
    'refuses %s',
    async (query) => {
      const { advisor } = await office();
      const { status, body } = await advisor.call('GET', `/charges?${query}`);
      expect(status).toBe(400);
      expect(body.detail[0].loc).toEqual(['query', query.split('=')[0]]);
    },
  );
});
