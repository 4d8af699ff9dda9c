import { createContact, createVehicle } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import { createWorld, httpClient, type World } from '../../../testing/harness.ts';

const items = [
  { description: 'Vidange moteur', quantity: 1, unit_price: 120.0 },
  { description: 'Remplacement plaquettes freins', quantity: 1, unit_price: 180.0 },
];

async function garage() {
  const world = await createWorld();
  const contact = await createContact(world.server.services.client.db, world.tenant.id);
  const http = await httpClient(world);
  const example = {
    contact_id: contact.id,
    valid_until: '2026-02-01',
    items,
    vat_rate: 20.0,
    notes: 'Devis valable 30 jours',
  };
  const create = async (body: object = {}) => http.call('POST', '/api/quotes', { ...example, ...body });
  return { world, contact, http, example, create };
}

const mark = (http: Awaited<ReturnType<typeof httpClient>>, id: string, status: string, more = {}) =>
  http.call('PATCH', `/api/quotes/${id}/status`, { status, ...more });

async function countsOf(world: World) {
  const { sql } = world.server.services.client;
  const [row] = await sql`select
    (select count(*)::int from quotes where tenant_id = ${world.tenant.id}) as quotes,
    (select count(*)::int from activities where tenant_id = ${world.tenant.id} and type = 'QUOTE_SENT') as sent`;
  return row;
}

describe('POST /api/quotes', () => {
  it('answers the documented example', async () => {
    const { contact, create } = await garage();
    const made = await create();
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      success: true,
      data: {
        id: expect.any(String),
        quote_number: '2026-001',
        contact_id: contact.id,
        issue_date: '2026-01-15',
        valid_until: '2026-02-01',
        items: [
          { description: 'Vidange moteur', quantity: 1, unit_price: 120, total: 120 },
          { description: 'Remplacement plaquettes freins', quantity: 1, unit_price: 180, total: 180 },
        ],
        subtotal: 300,
        vat_rate: 20,
        vat_amount: 60,
        total: 360,
        status: 'DRAFT',
        created_at: '2026-01-15T10:00:00.000Z',
      },
    });
    expect((await create()).body.data.quote_number).toBe('2026-002');
  });

  it('prints rates and their breakdown only when a line came with its own', async () => {
    const { create } = await garage();
    const mixed = await create({
      items: [
        { description: 'Pneu', quantity: 1, unit_price: 100 },
        { description: 'Livre', quantity: 1, unit_price: 50, vat_rate: 5.5 },
      ],
    });
    expect(mixed.body.data).toMatchObject({
      items: [{ vat_rate: 20 }, { vat_rate: 5.5 }],
      vat_breakdown: [
        { rate: 20, base: 100, vat: 20 },
        { rate: 5.5, base: 50, vat: 2.75 },
      ],
      vat_amount: 22.75,
      total: 172.75,
    });
  });

  it('fills in the firm’s rate and validity, and rounds half away from zero', async () => {
    const { create, example } = await garage();
    const made = await create({
      ...example,
      vat_rate: undefined,
      valid_until: undefined,
      items: [
        { description: 'a', quantity: 3, unit_price: 33.33 },
        { description: 'b', quantity: 0.5, unit_price: 2.01 },
      ],
    });
    expect(made.body.data).toMatchObject({
      valid_until: '2026-02-14',
      vat_rate: 20,
      items: [{ total: 99.99 }, { total: 1.01 }],
      subtotal: 101,
      vat_amount: 20.2,
      total: 121.2,
    });
  });

  it('names all faulty fields as the contract spells them', async () => {
    const { create } = await garage();
    const refused = await create({
      contact_id: 'x',
      valid_until: '2026-02-30',
      vat_rate: 100.5,
      items: [{ description: '', quantity: 0, unit_price: 1.001 }, { quantity: '1' }],
    });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      success: false,
      error: 'Validation error',
      code: 'VALIDATION_ERROR',
    });
    expect(refused.body.details.map((fault: { field: string }) => fault.field)).toEqual([
      'contact_id',
      'valid_until',
      'items.0.description',
      'items.0.quantity',
      'items.0.unit_price',
      'items.1.description',
      'items.1.quantity',
      'items.1.unit_price',
      'vat_rate',
    ]);
    expect((await create({ items: [] })).body.details).toEqual([
      { field: 'items', message: 'At least one line' },
    ]);
  });

  it('spells faults that only the operation can find in the contract’s words', async () => {
    const { world, contact, create } = await garage();
    const { db } = world.server.services.client;
    expect((await create({ valid_until: '2026-01-14' })).body.details).toMatchObject([
      { field: 'valid_until' },
    ]);
    const other = await createContact(db, world.tenant.id);
    const vehicle = await createVehicle(db, world.tenant.id, other.id);
    expect((await create({ vehicle_id: vehicle.id })).body.details).toMatchObject([{ field: 'vehicle_id' }]);
    const huge = { description: 'x', quantity: 999_999.999, unit_price: 9_999_999.99 };
    const tooLarge = await create({ items: Array.from({ length: 200 }, () => huge) });
    expect(tooLarge.body.details).toEqual([{ field: 'items', message: 'The amounts are too large' }]);
    const own = await createVehicle(db, world.tenant.id, contact.id);
    expect((await create({ vehicle_id: own.id })).status).toBe(201);
  });

  it('refuses customers that are not there, and takes nothing from the body that is not its to say', async () => {
    const { world, create } = await garage();
    const foreign = await garage();
    for (const contact_id of [foreign.contact.id, '00000000-0000-7000-8000-000000000000']) {
      const refused = await create({ contact_id });
      expect(refused.status).toBe(404);
      expect(refused.body).toEqual({ success: false, error: 'Contact not found', code: 'NOT_FOUND' });
    }
    const made = await create({
      id: foreign.contact.id,
      tenant_id: foreign.world.tenant.id,
      quote_number: '1999-001',
      status: 'ACCEPTED',
      total: 1,
    });
    expect(made.body.data).toMatchObject({ quote_number: '2026-001', status: 'DRAFT', total: 360 });
    expect(await countsOf(world)).toMatchObject({ quotes: 1 });
  });

  it('lets members write quotes and visitors sign in first', async () => {
    const { world, example } = await garage();
    const member = await httpClient(world, 'member');
    expect((await member.call('POST', '/api/quotes', example)).status).toBe(201);
    const visitor = await httpClient(world, 'visitor');
    expect((await visitor.call('POST', '/api/quotes', example)).status).toBe(401);
    const client = await httpClient(world, 'client');
    expect((await client.call('POST', '/api/quotes', example)).status).toBe(403);
  });

  it('makes no VAT for a firm that charges none', async () => {
    const { world, create } = await garage();
    await world.server.services.client.sql`update tenant_settings set vat_exempt = true
      where tenant_id = ${world.tenant.id}`;
    const made = await create({ items: [{ description: 'a', quantity: 1, unit_price: 10, vat_rate: 20 }] });
    expect(made.body.data).toMatchObject({ vat_rate: 0, vat_amount: 0, total: 10 });
    expect(made.body.data).not.toHaveProperty('vat_breakdown');
  });
});

describe('PATCH /api/quotes/:id/status', () => {
  it('goes the documented way, each effect once', async () => {
    const { world, http, create } = await garage();
    const { id } = (await create()).body.data;
    const refused = await mark(http, id, 'ACCEPTED');
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual({
      success: false,
      error: 'Status change not allowed',
      code: 'INVALID_STATUS_TRANSITION',
      details: { from: 'DRAFT', to: 'ACCEPTED', allowed: ['SENT', 'REJECTED'] },
    });
    const sent = await mark(http, id, 'SENT');
    expect(sent.status).toBe(200);
    expect(sent.body).toEqual({
      success: true,
      data: { id, status: 'SENT', updated_at: expect.stringMatching(/^2026-01-15T10:00:00\.\d{3}Z$/) },
    });
    expect((await mark(http, id, 'SENT')).body).toEqual(sent.body);
    expect(await countsOf(world)).toMatchObject({ sent: 1 });
  });

  it('knows four words and needs the right to edit', async () => {
    const { world, http, create } = await garage();
    const { id } = (await create()).body.data;
    for (const status of ['EXPIRED', 'sent', '', null]) {
      const refused = await mark(http, id, status as string);
      expect(refused.body.details).toMatchObject([{ field: 'status' }]);
    }
    expect((await mark(http, id, 'SENT', { valid_until: '2026-01-14' })).body.details).toMatchObject([
      { field: 'valid_until' },
    ]);
    const member = await httpClient(world, 'member');
    const forbidden = await mark(member, id, 'SENT');
    expect(forbidden.status).toBe(403);
    expect(forbidden.body).toEqual({
      success: false,
      error: 'Forbidden',
      code: 'FORBIDDEN',
      details: { permission: 'quotes.edit' },
    });
    for (const unknown of ['nonsense', '00000000-0000-7000-8000-000000000000']) {
      expect((await mark(http, unknown, 'SENT')).body).toEqual({
        success: false,
        error: 'Quote not found',
        code: 'NOT_FOUND',
      });
    }
  });
});

describe('POST /api/quotes/:id/convert', () => {
  it('answers the documented example, and refuses the second time', async () => {
    const { http, contact, create } = await garage();
    const { id } = (await create()).body.data;
    await mark(http, id, 'SENT');
    const body = { due_date: '2026-02-01', payment_method: 'BANK_TRANSFER' };
    const converted = await http.call('POST', `/api/quotes/${id}/convert`, body);
    expect(converted.status).toBe(201);
    expect(converted.body).toEqual({
      success: true,
      data: {
        invoice: {
          id: expect.any(String),
          invoice_number: '2026-001',
          quote_id: id,
          contact_id: contact.id,
          issue_date: '2026-01-15',
          due_date: '2026-02-01',
          total: 360,
          status: 'SENT',
          payment_method: 'BANK_TRANSFER',
        },
      },
    });
    const again = await http.call('POST', `/api/quotes/${id}/convert`, body);
    expect(again.status).toBe(400);
    expect(again.body).toMatchObject({
      code: 'QUOTE_ALREADY_CONVERTED',
      details: { invoice_id: converted.body.data.invoice.id, invoice_number: '2026-001' },
    });
    expect((await mark(http, id, 'REJECTED')).body.details).toEqual({
      from: 'ACCEPTED',
      to: 'REJECTED',
      allowed: [],
    });
  });

  it('takes an empty body, and refuses drafts and wrong words', async () => {
    const { http, create } = await garage();
    const { id } = (await create()).body.data;
    const path = `/api/quotes/${id}/convert`;
    expect((await http.call('POST', path)).body).toMatchObject({
      code: 'QUOTE_NOT_CONVERTIBLE',
      details: { status: 'DRAFT' },
    });
    await mark(http, id, 'SENT');
    const wrong = await http.call('POST', path, { due_date: '2026-01-14', payment_method: 'CHEQUE' });
    expect(wrong.body.details).toMatchObject([{ field: 'payment_method' }]);
    const past = await http.call('POST', path, { due_date: '2026-01-14' });
    expect(past.body.details).toMatchObject([{ field: 'due_date' }]);
    expect((await http.call('POST', path)).body.data.invoice).toMatchObject({
      due_date: '2026-02-14',
      payment_method: null,
    });
  });
});

describe('GET /api/quotes/:id/pdf', () => {
  it('downloads a PDF under its number, and answers 404 as JSON', async () => {
    const { world, http, create } = await garage();
    const { id } = (await create()).body.data;
    const file = await http.call('GET', `/api/quotes/${id}/pdf`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="devis-2026-001.pdf"');
    expect(file.headers.get('cache-control')).toBe('private, no-store');
    expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const foreign = await httpClient(await createWorld());
    const missing = await foreign.call('GET', `/api/quotes/${id}/pdf`);
    expect(missing.status).toBe(404);
    expect(missing.body).toEqual({ success: false, error: 'Quote not found', code: 'NOT_FOUND' });
    const visitor = await httpClient(world, 'visitor');
    expect((await visitor.call('GET', `/api/quotes/${id}/pdf`)).status).toBe(401);
  });
});
