import { beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../testing/harness.ts';
import { withKey } from '../../../testing/studio.ts';

type Caller = Awaited<ReturnType<typeof withKey>>;

const UUID = expect.stringMatching(/^[0-9a-f-]{36}$/);
const MOMENT = '2026-01-15T10:00:00.000Z';
const RATE = { limit: 'x-ratelimit-limit', left: 'x-ratelimit-remaining', reset: 'x-ratelimit-reset' };

describe('the programs’ paths of the studio', () => {
  let world: World;
  let key: Caller;

  beforeAll(async () => {
    world = await createWorld('owner', { currency: 'USD', timeZone: 'UTC' });
    key = await withKey(world);
  });

  const clientOf = async (name = 'Acme Corp'): Promise<string> =>
    (await key.call('POST', '/v1/clients', { name, email: 'billing@acme.com' })).body.data.id;

  it('answer an empty list as the contract does', async () => {
    const fresh = await withKey(await createWorld());
    for (const path of ['/v1/clients', '/v1/projects', '/v1/invoices'])
      expect((await fresh.call('GET', path)).body).toEqual({
        data: [],
        pagination: { total: 0, limit: 50, offset: 0, hasMore: false },
      });
  });

  it('create the client of the contract and list it', async () => {
    const other = await withKey(await createWorld());
    const given = {
      name: 'Acme Corp',
      email: 'Contact@acme.com',
      phone: '+1234567890',
      company: 'Acme Corporation',
      address: '123 Main St',
      website: 'https://acme.com',
      status: 'active',
      notes: 'Important client',
      tags: ['enterprise', 'priority'],
    };
    const made = await other.call('POST', '/v1/clients', { ...given, subtotal: 'ignored' });
    const row = { id: UUID, ...given, created_at: MOMENT, updated_at: MOMENT };
    expect(made).toMatchObject({ status: 201, body: { data: row } });
    expect(made.body).toEqual({ data: row });
    expect((await other.call('GET', '/v1/clients')).body).toEqual({
      data: [made.body.data],
      pagination: { total: 1, limit: 50, offset: 0, hasMore: false },
    });
    const bare = await other.call('POST', '/v1/clients', { name: ' B ', email: '', phone: null });
    expect(bare.body.data).toEqual({
      id: UUID,
      name: 'B',
      email: null,
      phone: null,
      company: null,
      address: null,
      website: null,
      status: 'active',
      notes: null,
      tags: [],
      created_at: MOMENT,
      updated_at: MOMENT,
    });
  });

  it('search clients by a literal part of name, e-mail or company, and filter by status', async () => {
    const other = await withKey(await createWorld());
    const add = (body: object) => other.call('POST', '/v1/clients', body);
    await add({ name: '100% Cotton', email: 'a@x.test' });
    await add({ name: '100 Cotton', company: 'Under_score Ltd', status: 'inactive' });
    await add({ name: 'Third', phone: '+100100' });
    const names = async (query: string) =>
      (await other.call('GET', `/v1/clients?${query}`)).body.data.map((row: { name: string }) => row.name);
    expect(await names('search=100%25')).toEqual(['100% Cotton']);
    expect(await names('search=R_S')).toEqual(['100 Cotton']);
    expect(await names('search=A@X')).toEqual(['100% Cotton']);
    expect(await names(`search=${encodeURIComponent("'),(\\")}`)).toEqual([]);
    expect(await names('status=inactive')).toEqual(['100 Cotton']);
    expect(await names('status=nothing')).toEqual([]);
    expect((await other.call('GET', '/v1/clients?limit=2&offset=0')).body.pagination).toEqual({
      total: 3,
      limit: 2,
      offset: 0,
      hasMore: true,
    });
    expect((await other.call('GET', '/v1/clients?limit=500&offset=2')).body.pagination).toEqual({
      total: 3,
      limit: 100,
      offset: 2,
      hasMore: false,
    });
  });

  it('refuse paging words that are none, and document what they take', async () => {
    const { body: document } = await key.call('GET', '/openapi/studio.json');
    const schemaOf = ({ name, schema }: { name: string; schema: object }) => [name, schema];
    for (const path of ['/api/v1/clients', '/api/v1/projects', '/api/v1/invoices'])
      expect(Object.fromEntries(document.paths[path].get.parameters.map(schemaOf))).toMatchObject({
        limit: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
        offset: { type: 'integer', minimum: 0, maximum: 1_000_000, default: 0 },
      });
    for (const query of ['limit=0', 'limit=-1', 'limit=x', 'offset=1000001', 'offset=1.5']) {
      const { status, body } = await key.call('GET', `/v1/projects?${query}`);
      expect([status, body.code, body.details.length], query).toEqual([400, 'VALIDATION_ERROR', 1]);
    }
  });

  it('create the project of the contract', async () => {
    const client_id = await clientOf();
    const given = {
      name: 'Website Redesign',
      description: 'Complete website overhaul',
      status: 'planning',
      client_id,
      budget: 10000,
      deadline: '2024-03-01',
      priority: 'high',
      tags: ['web', 'design'],
    };
    const { status, body } = await key.call('POST', '/v1/projects', given);
    expect(status).toBe(201);
    expect(body).toEqual({ data: { id: UUID, ...given, created_at: MOMENT, updated_at: MOMENT } });
    const bare = await key.call('POST', '/v1/projects', { name: 'x' });
    expect(bare.body.data).toMatchObject({ status: 'planning', priority: 'medium', budget: null, tags: [] });
    const { body: listed } = await key.call('GET', '/v1/projects?status=planning&limit=1&offset=1');
    expect(listed).toEqual({
      data: [body.data],
      pagination: { total: 2, limit: 1, offset: 1, hasMore: false },
    });
  });

  it('create the invoice of the contract, and those that floats would get wrong', async () => {
    const other = await createWorld('owner', { currency: 'USD', timeZone: 'UTC' });
    const { call } = await withKey(other);
    const { body: client } = await call('POST', '/v1/clients', {
      name: 'Acme Corp',
      email: 'billing@acme.com',
    });
    const client_id = client.data.id;
    const made = await call('POST', '/v1/invoices', {
      client_id,
      items: [
        { description: 'Web Design', quantity: 1, rate: 500 },
        { description: 'Development', quantity: 10, rate: 100 },
      ],
      tax_rate: 10,
      discount: 50,
      notes: 'Payment due within 30 days',
      due_date: '2024-02-15',
      status: 'draft',
      total: 1,
      invoice_number: 'INV-999999',
    });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      data: {
        id: UUID,
        invoice_number: 'INV-000001',
        client_id,
        project_id: null,
        status: 'draft',
        items: [
          { description: 'Web Design', quantity: 1, rate: 500, amount: 500 },
          { description: 'Development', quantity: 10, rate: 100, amount: 1000 },
        ],
        subtotal: 1500,
        tax_rate: 10,
        tax_amount: 150,
        discount: 50,
        total: 1600,
        currency: 'USD',
        notes: 'Payment due within 30 days',
        issued_date: null,
        due_date: '2024-02-15',
        paid_at: null,
        created_at: MOMENT,
        updated_at: MOMENT,
        clients: { name: 'Acme Corp', email: 'billing@acme.com' },
      },
    });
    const exact = await call('POST', '/v1/invoices', {
      client_id,
      items: [{ description: 'x', quantity: 3, rate: 19.99 }],
      tax_rate: 7.25,
      due_date: '2026-01-14',
      status: 'sent',
    });
    expect(exact.body.data).toMatchObject({
      invoice_number: 'INV-000002',
      status: 'overdue',
      subtotal: 59.97,
      tax_amount: 4.35,
      total: 64.32,
      issued_date: '2026-01-15',
    });
    const yen = await call('POST', '/v1/invoices', {
      client_id,
      items: [{ description: 'x', rate: 100.5 }],
      currency: 'jpy',
      status: 'sent',
    });
    expect(yen.body.data).toMatchObject({ total: 101, currency: 'JPY', status: 'sent', due_date: null });
    const numbers = async (query: string) =>
      (await call('GET', `/v1/invoices?${query}`)).body.data.map(
        (row: { invoice_number: string }) => row.invoice_number,
      );
    expect(await numbers('status=overdue')).toEqual(['INV-000002']);
    expect(await numbers('status=sent')).toEqual(['INV-000003']);
    expect(await numbers('status=open')).toEqual([]);
    expect(await numbers(`client_id=${client_id}`)).toHaveLength(3);
    expect(await numbers('client_id=00000000-0000-7000-8000-000000000000')).toEqual([]);
    expect((await call('GET', '/v1/invoices?client_id=x')).body).toMatchObject({
      code: 'VALIDATION_ERROR',
      details: [{ field: 'client_id' }],
    });
  });

  it('name every faulty field of a body', async () => {
    const client_id = await clientOf();
    const faults = async (path: string, body: unknown) => {
      const answer = await key.call('POST', path, body);
      expect(Object.keys(answer.body)).toEqual(['error', 'code', 'details']);
      return [answer.status, ...answer.body.details.map(({ field }: { field: string }) => field)];
    };
    const item = { description: 'x', rate: 1 };
    expect(
      await faults('/v1/clients', { email: 'no', website: 'ftp://x', tags: ['', 1], phone: 12 }),
    ).toEqual([400, 'name', 'email', 'phone', 'website', 'tags.0', 'tags.1']);
    expect(
      await faults('/v1/projects', { name: 'x', status: 'new', deadline: '2026-02-30', client_id: 'x' }),
    ).toEqual([400, 'status', 'deadline', 'client_id']);
    expect(await faults('/v1/projects', { name: 'x', budget: 1.005 })).toEqual([400, 'budget']);
    expect(
      await faults('/v1/projects', { name: 'x', client_id: '00000000-0000-7000-8000-000000000000' }),
    ).toEqual([400, 'client_id']);
    expect(await faults('/v1/invoices', {})).toEqual([400, 'client_id', 'items']);
    expect(
      await faults('/v1/invoices', {
        client_id,
        items: [{ ...item, quantity: 0 }, { ...item, rate: 1.00001 }, { description: 'x' }],
      }),
    ).toEqual([400, 'items.0.quantity', 'items.1.rate', 'items.2.rate']);
    expect(await faults('/v1/invoices', { client_id, items: [item], discount: 1.01 })).toEqual([
      400,
      'discount',
    ]);
    expect(await faults('/v1/invoices', { client_id, items: [item], project_id: client_id })).toEqual([
      400,
      'project_id',
    ]);
    expect(await faults('/v1/invoices', { client_id, items: [item], tax_rate: '10' })).toEqual([
      400,
      'tax_rate',
    ]);
    expect((await key.call('POST', '/v1/clients', '{')).body).toEqual({
      error: 'Malformed JSON',
      code: 'INVALID_JSON',
    });
  });

  it('answer a repeated Idempotency-Key as the first request, and once of ten at a time', async () => {
    const other = await createWorld();
    const { call } = await withKey(other);
    const post = (body: object, path = '/v1/clients') =>
      call('POST', path, body, { 'idempotency-key': 'k1' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => post({ name: 'Once' })));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect((await call('GET', '/v1/clients')).body.pagination.total).toBe(1);
    expect(await post({ name: 'Other' })).toMatchObject({
      status: 409,
      body: { code: 'IDEMPOTENCY_MISMATCH' },
    });
    expect((await post({ name: 'Once' }, '/v1/projects')).status).toBe(201);
    expect((await post({}, '/v1/projects')).status).toBe(400);
    other.server.clock.advance({ hours: 25 });
    expect((await post({ name: 'Other' })).status).toBe(201);
    other.server.clock.advance({ hours: -25 });
    const long = await call('POST', '/v1/clients', { name: 'x' }, { 'idempotency-key': 'x'.repeat(256) });
    expect(long).toMatchObject({ status: 400, body: { details: [{ field: 'Idempotency-Key' }] } });
  });

  it('leave a refused request’s Idempotency-Key free', async () => {
    const headers = { 'idempotency-key': 'again' };
    const bad = { client_id: '00000000-0000-7000-8000-000000000000', items: [{ description: 'x', rate: 1 }] };
    expect((await key.call('POST', '/v1/invoices', bad, headers)).status).toBe(400);
    const good = { ...bad, client_id: await clientOf() };
    expect((await key.call('POST', '/v1/invoices', good, headers)).status).toBe(201);
  });

  it('give 20 parallel creates 20 consecutive numbers, refused ones between them none', async () => {
    const { call } = await withKey(await createWorld());
    const client_id = (await call('POST', '/v1/clients', { name: 'x' })).body.data.id;
    const post = (discount: number) =>
      call('POST', '/v1/invoices', { client_id, items: [{ description: 'x', rate: 1 }], discount });
    const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => post(i % 3 === 2 ? 9 : 0)));
    const numbers = answers.flatMap(({ status, body }) => (status === 201 ? body.data.invoice_number : []));
    expect(numbers.toSorted()).toEqual(
      Array.from({ length: 20 }, (_, i) => `INV-${String(i + 1).padStart(6, '0')}`),
    );
  });

  it('take nothing but a key, and send the limit’s headers with errors too', async () => {
    const refused = { error: 'Invalid API key', code: 'UNAUTHORIZED' };
    const anybody = await withKey(world, ['read']);
    const { body: signedIn } = await anybody.call('GET', '/v1/projects', undefined, {
      authorization: 'Bearer aaa.bbb.ccc',
    });
    expect(signedIn).toEqual(refused);
    for (const authorization of ['', 'Bearer ofk_nothing', `Basic ${anybody.key}`]) {
      const { status, body, headers } = await anybody.call('GET', '/v1/invoices', undefined, {
        authorization,
      });
      expect([status, body]).toEqual([401, refused]);
      expect(headers.get('www-authenticate')).toBe('Bearer');
      expect(headers.get(RATE.limit)).toBe('100');
    }
    const write = await anybody.call('POST', '/v1/clients', { name: 'x' });
    expect([write.status, write.body]).toEqual([
      403,
      { error: 'Insufficient permissions', code: 'FORBIDDEN' },
    ]);
    expect(write.headers.get(RATE.left)).toBe('99');
    const other = await anybody.call('DELETE', '/v1/clients');
    expect([other.status, other.body.code, other.headers.get('allow')]).toEqual([
      405,
      'METHOD_NOT_ALLOWED',
      'POST, GET',
    ]);
  });

  it('leave the office its own path', async () => {
    const { call } = await withKey(world);
    const office = await call('GET', '/v1/clients', undefined, { authorization: '' });
    expect(office).toMatchObject({ status: 401, body: { detail: 'Not authenticated' } });
    const token = await call('GET', '/v1/clients', undefined, { authorization: 'Bearer a.b.c' });
    expect(token).toMatchObject({ status: 401, body: { detail: 'Invalid or expired token' } });
  });
});
