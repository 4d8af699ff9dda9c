import { addDays } from '@officina/contracts/calendar';
import { createOfficeClient } from '@officina/db/factories-office';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../testing/harness.ts';
import { officeApi } from '../../../testing/office-api.ts';

async function office() {
  const world = await createWorld('admin', { timeZone: 'Asia/Jerusalem', currency: 'ILS', locale: 'he-IL' });
  const { db } = world.server.services.client;
  const api = await officeApi(world);
  const newClient = async (facts?: Parameters<typeof createOfficeClient>[2]) =>
    (await createOfficeClient(db, world.tenant.id, facts, { displayName: 'Example Corp' })).ref;
  const receive = async (client_id: number, binder_number: string, age = 0) =>
    (await api.call('POST', '/binders/receive', { client_id, binder_number, received_at: ago(age) })).body;
  const ago = (days: number) => addDays(world.ctx.today, -days);
  return { world, ...api, newClient, receive, ago };
}

const CARD = [
  'id',
  'client_id',
  'binder_number',
  'status',
  'received_at',
  'expected_return_at',
  'returned_at',
  'pickup_person_name',
  'is_overdue',
  'days_overdue',
  'work_state',
  'signals',
  'days_in_office',
  'notes',
  'received_by',
  'returned_by',
];

const refusal = (status: number, detail: string) => ({
  status,
  body: {
    detail,
    error: { type: 'http_error', detail, status_code: status, request_id: expect.any(String) },
  },
});

const faulty = (place: string, field: string) => ({
  status: 400,
  body: {
    detail: [{ type: expect.any(String), loc: [place, field], msg: expect.any(String) }],
    error: { type: 'validation_error', detail: 'Invalid request data', status_code: 400 },
  },
});

describe('POST /binders/receive', () => {
  it('answers the card of the binder, and its history begins', async () => {
    const { call, newClient, userId } = await office();
    const client_id = await newClient();
    const answer = await call('POST', '/binders/receive', {
      client_id,
      binder_number: 'BND-001',
      received_at: '2025-01-01',
    });
    expect(answer.status).toBe(201);
    expect(Object.keys(answer.body)).toEqual(CARD);
    expect(answer.body).toEqual({
      id: expect.any(Number),
      client_id,
      binder_number: 'BND-001',
      status: 'in_office',
      received_at: '2025-01-01',
      expected_return_at: '2025-04-01',
      returned_at: null,
      pickup_person_name: null,
      is_overdue: true,
      days_overdue: 289,
      work_state: 'waiting_for_work',
      signals: ['missing_permanent_documents', 'overdue', 'idle_binder'],
      days_in_office: 379,
      notes: null,
      received_by: userId,
      returned_by: null,
    });
    const { id } = answer.body;
    expect((await call('GET', `/binders/${id}/history`)).body).toEqual({
      binder_id: id,
      history: [
        {
          old_status: 'null',
          new_status: 'in_office',
          changed_by: userId,
          changed_at: '2026-01-15T10:00:00',
          notes: 'Binder received',
        },
      ],
    });
    expect((await call('GET', `/binders/${id}`)).body).toEqual(answer.body);
  });

  it('takes ids and days as programs write them', async () => {
    const { world, call, newClient } = await office();
    const colleague = await officeApi(world, 'member');
    const answer = await call('POST', '/binders/receive', {
      client_id: String(await newClient({ status: 'frozen' })),
      binder_number: ' B ',
      received_at: '2026-01-15T00:00:00',
      received_by: String(colleague.userId),
      notes: '',
      status: 'returned',
    });
    expect(answer).toMatchObject({
      status: 201,
      body: { binder_number: 'B', status: 'in_office', received_by: colleague.userId, notes: null },
    });
  });

  it('refuses with the words of the contract', async () => {
    const { call, newClient, receive, ago } = await office();
    const client_id = await newClient();
    await receive(client_id, 'BND-001');
    const asked = { client_id: await newClient(), binder_number: 'x', received_at: ago(0) };
    const post = (body: unknown) => call('POST', '/binders/receive', body);
    expect(await post({ ...asked, binder_number: 'bnd-001 ' })).toMatchObject(
      refusal(409, 'Active binder bnd-001 already exists'),
    );
    expect(await post({ ...asked, client_id: 999999999 })).toMatchObject(
      refusal(404, 'Client 999999999 not found'),
    );
    expect(await post({ ...asked, received_by: 999999999 })).toMatchObject(
      refusal(400, 'User 999999999 not found'),
    );
    const closed = await newClient({ status: 'closed', closedAt: ago(1) });
    expect(await post({ ...asked, client_id: closed })).toMatchObject(refusal(409, 'Client is closed'));
    for (const [field, value] of [
      ['received_at', ago(-1)],
      ['received_at', '1899-12-31'],
      ['received_at', '2026-02-30'],
      ['received_at', '2026-01-15T10:00:00'],
      ['received_at', null],
      ['received_at', 20260101],
      ['binder_number', '  '],
      ['binder_number', 'x'.repeat(65)],
      ['binder_number', 'a\u0000b'],
      ['binder_number', 7],
      ['client_id', 1.5],
      ['client_id', '12345678901234567890'],
      ['client_id', undefined],
      ['received_by', 'me'],
      ['notes', 'x'.repeat(4001)],
    ] as const)
      expect(await post({ ...asked, [field]: value }), `${field} ${value}`).toMatchObject(
        faulty('body', field),
      );
    expect(await post([])).toMatchObject({ status: 400, body: { error: { type: 'validation_error' } } });
    expect(await post('{')).toMatchObject({ status: 400, body: { error: { type: 'validation_error' } } });
  });

  it('lets one of two at a time have the number', async () => {
    const { world, call, newClient, ago } = await office();
    const secretary = await officeApi(world, 'member');
    const asked = async () => ({ client_id: await newClient(), binder_number: 'X', received_at: ago(0) });
    const bodies = [await asked(), await asked()];
    const answers = await Promise.all([
      call('POST', '/binders/receive', bodies[0]),
      secretary.call('POST', '/binders/receive', bodies[1]),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)).toMatchObject(
      refusal(409, 'Active binder X already exists'),
    );
  });
});

describe('POST /binders/{binder_id}/ready and /return', () => {
  it('lead a binder out of the office', async () => {
    const { call, newClient, receive, userId, ago } = await office();
    const client = await newClient();
    const { id } = await receive(client, 'BND-001', 3);
    const back = (body: unknown) => call('POST', `/binders/${id}/return`, body);
    expect(await back({ pickup_person_name: 'Avi' })).toMatchObject(
      refusal(400, 'Cannot return binder from status in_office'),
    );
    const ready = await call('POST', `/binders/${id}/ready`);
    expect(ready).toMatchObject({
      status: 200,
      body: { status: 'ready_for_pickup', work_state: 'in_progress' },
    });
    expect(await call('POST', `/binders/${id}/ready`, {})).toMatchObject(
      refusal(400, 'Cannot mark binder as ready from status ready_for_pickup'),
    );
    const answer = await back({ pickup_person_name: '  Avi ' });
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body)).toEqual(CARD);
    expect(answer.body).toMatchObject({
      status: 'returned',
      pickup_person_name: 'Avi',
      returned_at: ago(0),
      returned_by: userId,
      signals: [],
      work_state: 'completed',
      days_in_office: 3,
    });
    const { history } = (await call('GET', `/binders/${id}/history`)).body;
    expect(history.map(({ notes }: { notes: string }) => notes)).toEqual([
      'Binder received',
      null,
      'Picked up by Avi',
    ]);
    expect(await back({ pickup_person_name: 'Avi' })).toMatchObject(
      refusal(400, 'Cannot return binder from status returned'),
    );
    expect((await receive(client, 'BND-001')).status).toBe('in_office');
  });

  it('refuse in the order of the contract', async () => {
    const { call, newClient, receive } = await office();
    const { id } = await receive(await newClient(), 'B');
    await call('POST', `/binders/${id}/ready`);
    const post = (path: string, body: unknown) => call('POST', `/binders/${path}`, body);
    expect(await post('999999999/return', { pickup_person_name: ' ' })).toMatchObject(
      refusal(400, 'pickup_person_name is required'),
    );
    expect(await post(`${id}/return`, {})).toMatchObject(faulty('body', 'pickup_person_name'));
    expect(await post(`${id}/return`, { pickup_person_name: 7 })).toMatchObject(
      faulty('body', 'pickup_person_name'),
    );
    expect(await post(`${id}/return`, { pickup_person_name: 'x'.repeat(201) })).toMatchObject(
      faulty('body', 'pickup_person_name'),
    );
    expect(await post('999999999/return', { pickup_person_name: 'A' })).toMatchObject(
      refusal(404, 'Binder not found'),
    );
    expect(await post('999999999/ready', undefined)).toMatchObject(refusal(404, 'Binder not found'));
    expect(await post(`${id}/return`, { pickup_person_name: 'A', returned_by: 999999999 })).toMatchObject(
      refusal(400, 'User 999999999 not found'),
    );
    for (const path of ['x/ready', '1234567890123456/ready', '1.5/ready', '-1/ready'])
      expect(await post(path, undefined), path).toMatchObject(faulty('path', 'binder_id'));
  });
});

describe('the lists of binders', () => {
  it('hold the open, the overdue and those due today', async () => {
    const { call, newClient, receive } = await office();
    const client = await newClient();
    for (const age of [0, 90, 91, 100]) await receive(client, `B-${age}`, age);
    const { id } = await receive(client, 'gone', 95);
    await call('POST', `/binders/${id}/ready`);
    await call('POST', `/binders/${id}/return`, { pickup_person_name: 'Avi' });
    const open = await call('GET', '/binders/open');
    expect(open.status).toBe(200);
    expect(Object.keys(open.body)).toEqual(['items', 'page', 'page_size', 'total']);
    expect(Object.keys(open.body.items[0])).toEqual(CARD.slice(0, 12));
    const numbers = async (path: string) =>
      (await call('GET', path)).body.items.map(
        ({ binder_number }: { binder_number: string }) => binder_number,
      );
    expect(await numbers('/binders/open')).toEqual(['B-0', 'B-90', 'B-91', 'B-100']);
    expect(await numbers('/binders/overdue')).toEqual(['B-100', 'B-91']);
    expect(await numbers('/binders/due-today/')).toEqual(['B-90']);
    const late = (await call('GET', '/binders/overdue?page=2&page_size=1')).body;
    expect(late).toMatchObject({
      page: 2,
      page_size: 1,
      total: 2,
      items: [{ days_overdue: 1, is_overdue: true }],
    });
    expect(await numbers(`/clients/${client}/binders`)).toEqual(['B-0', 'B-90', 'B-91', 'gone', 'B-100']);
    expect(await call('GET', '/clients/999999999/binders')).toMatchObject(refusal(404, 'Client not found'));
  });

  it('narrow by status, client, work and promise, all in one page unless paging is asked', async () => {
    const { call, newClient, receive } = await office();
    const [client, other] = [await newClient(), await newClient()];
    for (let i = 0; i < 22; i++) await receive(client, `F-${i}`);
    await receive(other, 'late', 91);
    const { id } = await receive(other, 'ready', 80);
    await call('POST', `/binders/${id}/ready`);
    const all = (await call('GET', '/binders')).body;
    expect(all).toMatchObject({ page: 1, page_size: 24, total: 24 });
    expect(all.items).toHaveLength(24);
    expect(Object.keys(all.items[0])).toEqual(CARD);
    const found = async (query: string) => {
      const { body } = await call('GET', `/binders?${query}`);
      return [body.items.length, body.total, body.page_size, body.items.at(-1)?.binder_number];
    };
    expect(await found('page=1')).toEqual([20, 24, 20, 'F-2']);
    expect(await found('page_size=5&page=')).toEqual([5, 24, 5, 'F-17']);
    expect(await found('status=overdue')).toEqual([1, 1, 1, 'late']);
    expect(await found('status=ready_for_pickup&unknown=1')).toEqual([1, 1, 1, 'ready']);
    expect(await found('status=returned')).toEqual([0, 0, 0, undefined]);
    expect(await found(`client_id=${other}&status=`)).toEqual([2, 2, 2, 'late']);
    expect(await found('client_id=999999999')).toEqual([0, 0, 0, undefined]);
    expect(await found('work_state=waiting_for_work')).toEqual([1, 1, 1, 'late']);
    expect(await found('sla_state=approaching')).toEqual([1, 1, 1, 'ready']);
    expect((await call('GET', '/binders?page=9999')).body).toEqual({
      items: [],
      page: 9999,
      page_size: 20,
      total: 24,
    });
    for (const query of [
      'status=late',
      'work_state=x',
      'sla_state=x',
      'client_id=x',
      'page=0',
      'page_size=101',
      'page=x',
    ]) {
      const [field = ''] = query.split('=');
      expect(await call('GET', `/binders?${query}`), query).toMatchObject(faulty('query', field));
    }
  });

  it.each(['/binders/open', '/binders/overdue', '/binders/due-today', '/dashboard/work-queue'])(
    '%s says which page was asked, and refuses what is no page',
    async (path) => {
      const { call } = await office();
      expect((await call('GET', `${path}?page=9999`)).body).toEqual({
        items: [],
        page: 9999,
        page_size: 20,
        total: 0,
      });
      expect((await call('GET', `${path}?page=1000000000&page_size=100`)).status).toBe(200);
      for (const query of ['page=0', 'page_size=101', 'page=x', 'page=1.5', 'page_size=0', 'page=1000000001'])
        expect(await call('GET', `${path}?${query}`), query).toMatchObject(
          faulty('query', query.split('=')[0] ?? ''),
        );
    },
  );

  it('answer for a missing binder and for one of another office alike', async () => {
    const [{ call }, other] = await Promise.all([office(), office()]);
    const { id } = await other.receive(await other.newClient(), 'B');
    for (const path of [`/binders/${id}`, `/binders/${id}/history`, '/binders/999999999'])
      expect(await call('GET', path), path).toMatchObject(refusal(404, 'Binder not found'));
    expect((await call('GET', '/binders')).body.total).toBe(0);
    expect(await call('POST', `/binders/${id}/ready`)).toMatchObject(refusal(404, 'Binder not found'));
    expect(await call('DELETE', `/binders/${id}`)).toMatchObject({ status: 405 });
  });
});
