import { createContact, createMember } from '@officina/db/factories';
import { createOfficeClient } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { createWorld, httpClient } from '../../../testing/harness.ts';
import { officeApi } from '../../../testing/office-api.ts';

const corp = {
  full_name: 'Example Corp',
  id_number: '514000001',
  client_type: 'company',
  opened_at: '2024-01-01',
};
const printed = {
  ...corp,
  id: expect.any(Number),
  status: 'active',
  phone: null,
  email: null,
  closed_at: null,
  notes: null,
};

const failure = (status: number, detail: string) => ({
  detail,
  error: { type: 'http_error', detail, status_code: status, request_id: expect.any(String) },
});

async function office(plan: 'free' | 'pro' = 'pro') {
  const world = await createWorld('admin', {
    timeZone: 'Asia/Jerusalem',
    currency: 'ILS',
    locale: 'he-IL',
    plan,
  });
  const [advisor, secretary] = await Promise.all([officeApi(world, 'admin'), officeApi(world, 'member')]);
  return { world, advisor, secretary, db: world.server.services.client.db };
}

describe('POST /api/v1/clients', () => {
  it('takes a client in, for both roles', async () => {
    const { advisor, secretary } = await office();
    const first = await advisor.call('POST', '/clients', corp);
    expect(first.status).toBe(201);
    expect(first.body).toEqual(printed);
    const again = await secretary.call('POST', '/clients', { ...corp, id_number: ' 514000001 ' });
    expect(again.status).toBe(409);
    expect(again.body).toEqual(failure(409, 'Client with ID number 514000001 already exists'));
    const second = await secretary.call('POST', '/clients', {
      ...corp,
      full_name: '  Avi Levi ',
      id_number: '012345678',
      client_type: 'employee',
      opened_at: '2024-02-29T00:00:00',
      phone: ' 050-1234567 ',
      email: 'Avi@Example.test',
      notes: '',
      status: 'closed',
      closed_at: '2020-01-01',
      unknown: 1,
    });
    expect(second.status).toBe(201);
    expect(second.body).toEqual({
      ...printed,
      full_name: 'Avi Levi',
      id_number: '012345678',
      client_type: 'employee',
      opened_at: '2024-02-29',
      phone: '050-1234567',
      email: 'avi@example.test',
    });
  });

  it.each([
    ['full_name', { full_name: ' ' }],
    ['full_name', { full_name: 'x'.repeat(201) }],
    ['full_name', { full_name: undefined }],
    ['full_name', { full_name: 'a\u0000b' }],
    ['id_number', { id_number: 514_000_001 }],
    ['id_number', { id_number: '1'.repeat(33) }],
    ['client_type', { client_type: 'firm' }],
    ['opened_at', { opened_at: '2024-02-30' }],
    ['opened_at', { opened_at: '1899-12-31' }],
    ['opened_at', { opened_at: '2024-01-01T10:00:00' }],
    ['opened_at', { opened_at: 20_240_101 }],
    ['phone', { phone: '1'.repeat(33) }],
    ['email', { email: 'no address' }],
    ['email', { email: `${'x'.repeat(250)}@a.test` }],
    ['notes', { notes: 'x'.repeat(4001) }],
    ['notes', { notes: '\uD800' }],
  ])('names a faulty %s', async (field, fault) => {
    const { advisor } = await office();
    const { status, body } = await advisor.call('POST', '/clients', { ...corp, ...fault });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ type: 'validation_error', detail: 'Invalid request data' });
    expect(body.detail).toEqual([
      { type: expect.any(String), loc: ['body', field], msg: expect.any(String) },
    ]);
  });

  it('keeps to the plan', async () => {
    const { advisor, world, db } = await office('free');
    for (let i = 0; i < 100; i++) await createContact(db, world.tenant.id);
    const { status, body } = await advisor.call('POST', '/clients', corp);
    expect(status).toBe(403);
    expect(body).toEqual(failure(403, 'Plan limit reached'));
  });

  it('wants a token, and nothing but a token', async () => {
    const { world } = await office();
    const cookie = await httpClient(world);
    const { status, body } = await cookie.call('POST', '/api/v1/clients', corp);
    expect(status).toBe(401);
    expect(body).toEqual(failure(401, 'Not authenticated'));
  });
});

describe('GET /api/v1/clients', () => {
  it('pages by id with the true total', async () => {
    const { world, secretary, db } = await office();
    const made = [];
    for (let i = 0; i < 3; i++) made.push(await createOfficeClient(db, world.tenant.id));
    await createOfficeClient(db, world.tenant.id, { status: 'frozen' });
    await createContact(db, world.tenant.id);
    const { status, body } = await secretary.call('GET', '/clients?page_size=2&page=1&status=active&x=y');
    expect(status).toBe(200);
    expect(body).toEqual({
      items: made.slice(0, 2).map(({ ref, idNumber }) => ({
        ...printed,
        id: ref,
        full_name: 'Jean Martin',
        id_number: idNumber,
        client_type: 'osek_murshe',
      })),
      page: 1,
      page_size: 2,
      total: 3,
    });
    expect((await secretary.call('GET', '/clients/?page=9999&status=')).body).toEqual({
      items: [],
      page: 9999,
      page_size: 20,
      total: 4,
    });
  });

  it.each(['page=0', 'page_size=101', 'page=x', 'page=1.5', 'page=1000000001', 'status=late', 'page_size=0'])(
    'refuses %s',
    async (query) => {
      const { advisor } = await office();
      const { status, body } = await advisor.call('GET', `/clients?${query}`);
      expect(status).toBe(400);
      expect(body.error.type).toBe('validation_error');
      expect(body.detail[0].loc).toEqual(['query', query.split('=')[0]]);
    },
  );
});

describe('GET /api/v1/clients/{client_id}', () => {
  it('answers the client, or 404 for what is missing, foreign or no client', async () => {
    const [{ world, secretary, db }, other] = await Promise.all([office(), office()]);
    const { ref } = await createOfficeClient(db, world.tenant.id);
    expect((await secretary.call('GET', `/clients/${ref}`)).body).toMatchObject({ id: ref });
    const foreign = await createOfficeClient(db, other.world.tenant.id);
    for (const id of [foreign.ref, 999_999_999, '000']) {
      const { status, body } = await secretary.call('GET', `/clients/${id}`);
      expect(status).toBe(404);
      expect(body).toEqual(failure(404, 'Client not found'));
    }
    for (const id of ['x', '1.5', '-1', '1234567890123456', '12345678901234567890']) {
      const { status, body } = await secretary.call('GET', `/clients/${id}`);
      expect(status).toBe(400);
      expect(body.detail[0].loc).toEqual(['path', 'client_id']);
    }
  });
});

describe('PATCH /api/v1/clients/{client_id}', () => {
  it('goes through the statuses as each role may', async () => {
    const { advisor, secretary } = await office();
    const { body: made } = await secretary.call('POST', '/clients', corp);
    const path = `/clients/${made.id}`;
    const refused = await secretary.call('PATCH', path, { status: 'frozen', full_name: 'New' });
    expect(refused.status).toBe(403);
    expect(refused.body).toEqual(failure(403, 'Only advisors can freeze or close clients'));
    expect((await advisor.call('GET', path)).body).toEqual(made);
    expect((await advisor.call('PATCH', path, { status: 'frozen' })).body.status).toBe('frozen');
    expect((await secretary.call('PATCH', path, { status: 'active' })).body.status).toBe('active');
    expect((await secretary.call('PATCH', path, { status: 'active' })).status).toBe(200);
    const closed = await advisor.call('PATCH', path, { status: 'closed' });
    expect(closed.body).toEqual({ ...made, status: 'closed', closed_at: '2026-01-15' });
    const back = await advisor.call('PATCH', path, { status: 'active' });
    expect(back.status).toBe(400);
    expect(back.body).toEqual(failure(400, 'Cannot change client status from closed to active'));
    const receive = { client_id: made.id, binder_number: 'BND-9', received_at: '2026-01-15' };
    const binder = await advisor.call('POST', '/binders/receive', receive);
    expect(binder.status).toBe(409);
    expect(binder.body).toEqual(failure(409, 'Client is closed'));
  });

  it('changes what is there, clears what is null and leaves the rest', async () => {
    const { secretary } = await office();
    const { body: made } = await secretary.call('POST', '/clients', { ...corp, phone: '1', notes: 'n' });
    const path = `/clients/${made.id}`;
    expect((await secretary.call('PATCH', path, {})).body).toEqual(made);
    const ignored = { id_number: 'x', client_type: 'x', opened_at: 'x', closed_at: 'x', id: 5 };
    expect((await secretary.call('PATCH', path, ignored)).body).toEqual(made);
    const { status, body } = await secretary.call('PATCH', path, {
      full_name: ' New ',
      phone: null,
      email: 'a@b.test',
      notes: '',
    });
    expect(status).toBe(200);
    expect(body).toEqual({ ...made, full_name: 'New', phone: null, email: 'a@b.test', notes: null });
  });

  it.each([
    ['full_name', null],
    ['full_name', ''],
    ['status', null],
    ['status', 'late'],
    ['email', 'x'],
    ['phone', 5],
  ])('refuses %s %j', async (field, value) => {
    const { advisor } = await office();
    const { body: made } = await advisor.call('POST', '/clients', corp);
    const { status, body } = await advisor.call('PATCH', `/clients/${made.id}`, { [field]: value });
    expect(status).toBe(400);
    expect(body.detail).toEqual([
      { type: expect.any(String), loc: ['body', field], msg: expect.any(String) },
    ]);
  });

  it('finds no foreign client', async () => {
    const [{ advisor, db }, other] = await Promise.all([office(), office()]);
    const { ref } = await createOfficeClient(db, other.world.tenant.id);
    await createMember(db, other.world.tenant.id);
    expect((await advisor.call('PATCH', `/clients/${ref}`, { status: 'frozen' })).status).toBe(404);
  });
});
