import { createContact } from '@officina/db/factories';
import { describe, expect, it } from 'vitest';
import { addServiceRecord } from '../../../domains/vehicles/add-service-record.ts';
import { createWorld, httpClient } from '../../../testing/harness.ts';

async function garage() {
  const world = await createWorld();
  const owner = await createContact(world.server.services.client.db, world.tenant.id);
  const example = {
    owner_id: owner.id,
    vin: 'VF1AAAA1234567890',
    license_plate: 'AB-123-CD',
    make: 'Renault',
    model: 'Clio',
    year: 2020,
    color: 'Bleu',
    mileage: 45000,
  };
  const http = await httpClient(world);
  return { world, example, http, create: () => http.call('POST', '/api/vehicles', example) };
}

const notFound = { success: false, error: 'Vehicle not found', code: 'NOT_FOUND' };
const strangers = ['nonsense', '00000000-0000-7000-8000-000000000000'];

describe('POST /api/vehicles', () => {
  it('answers the documented example', async () => {
    const { example, create } = await garage();
    const made = await create();
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      success: true,
      data: { ...example, id: expect.any(String), created_at: '2026-01-15T10:00:00.000Z' },
    });
  });

  it('prints null for what is absent, and takes no ids from the body', async () => {
    const { example, http } = await garage();
    const { color, mileage, ...required } = example;
    const stranger = '00000000-0000-7000-8000-000000000000';
    const made = await http.call('POST', '/api/vehicles', { ...required, id: stranger, tenant_id: stranger });
    expect(made.body.data).toMatchObject({ ...required, color: null, mileage: null });
    expect(made.body.data.id).not.toBe(stranger);
  });

  it('knows the VIN again in lower case with spaces', async () => {
    const { example, http, create } = await garage();
    await create();
    const again = await http.call('POST', '/api/vehicles', { ...example, vin: 'vf1 aaaa 1234567890' });
    expect(again.status).toBe(400);
    expect(again.body).toMatchObject({
      success: false,
      error: 'A vehicle with this VIN already exists',
      code: 'VIN_EXISTS',
    });
  });

  it('names the faulty fields as the contract spells them', async () => {
    const { http } = await garage();
    const refused = await http.call('POST', '/api/vehicles', { vin: 'x', year: '2020', mileage: 1.5 });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ error: 'Validation error', code: 'VALIDATION_ERROR' });
    expect(refused.body.details).toEqual([
      { field: 'owner_id', message: 'Required' },
      { field: 'vin', message: 'Invalid VIN' },
      { field: 'license_plate', message: 'Required' },
      { field: 'make', message: 'Required' },
      { field: 'model', message: 'Required' },
      { field: 'year', message: 'Must be a year from 1900 to next year' },
      { field: 'mileage', message: 'Must be a whole number from 0 to 9999999' },
    ]);
  });

  it('answers 404 for an owner who is not there', async () => {
    const { example, http } = await garage();
    const owner_id = strangers[1];
    const refused = await http.call('POST', '/api/vehicles', { ...example, owner_id });
    expect(refused.status).toBe(404);
    expect(refused.body).toEqual({ success: false, error: 'Contact not found', code: 'NOT_FOUND' });
  });

  it('is the only method of its path', async () => {
    const { http } = await garage();
    expect((await http.call('GET', '/api/vehicles')).status).toBe(405);
  });
});

describe('GET /api/vehicles/:id/history', () => {
  it('answers the documented example', async () => {
    const { world, http, create } = await garage();
    const { id } = (await create()).body.data;
    const service = {
      vehicleId: id,
      date: '2025-12-15',
      mileage: 45000,
      description: 'Vidange + contrôle freins',
    };
    await addServiceRecord(world.ctx, {
      ...service,
      costCents: 18050,
      parts: [
        { name: 'Huile moteur 5W30', quantity: 5, unitPriceCents: 850 },
        { name: 'Filtre à huile', quantity: 1, unitPriceCents: 1200 },
      ],
      laborHours: 1.5,
    });
    await addServiceRecord(world.ctx, { ...service, date: '2024-12-01', mileage: 30000 });
    const history = await http.call('GET', `/api/vehicles/${id}/history`);
    expect(history.status).toBe(200);
    const record = { id: expect.any(String), description: service.description };
    expect(history.body).toEqual({
      success: true,
      data: {
        vehicle: {
          id,
          license_plate: 'AB-123-CD',
          make: 'Renault',
          model: 'Clio',
          year: 2020,
          current_mileage: 45000,
        },
        service_records: [
          {
            ...record,
            date: '2025-12-15',
            mileage: 45000,
            cost: 180.5,
            parts: [
              { name: 'Huile moteur 5W30', quantity: 5, unit_price: 8.5 },
              { name: 'Filtre à huile', quantity: 1, unit_price: 12 },
            ],
            labor_hours: 1.5,
          },
          { ...record, date: '2024-12-01', mileage: 30000, cost: null, parts: [], labor_hours: null },
        ],
      },
    });
  });

  it('answers 404 for everything that is not there', async () => {
    const [{ http }, other] = await Promise.all([garage(), garage()]);
    const foreign = (await other.create()).body.data.id;
    for (const id of [...strangers, foreign]) {
      const refused = await http.call('GET', `/api/vehicles/${id}/history`);
      expect(refused.status).toBe(404);
      expect(refused.body).toEqual(notFound);
    }
  });
});

describe('PATCH /api/vehicles/:id/mileage', () => {
  it('raises, and does not lower without a correction', async () => {
    const { http, create } = await garage();
    const { id } = (await create()).body.data;
    const path = `/api/vehicles/${id}/mileage`;
    const raised = await http.call('PATCH', path, { mileage: 47500 });
    expect(raised.status).toBe(200);
    expect(raised.body).toEqual({
      success: true,
      data: { id, mileage: 47500, updated_at: expect.stringMatching(/^2026-01-15T10:00:00\.\d{3}Z$/) },
    });
    const lowered = await http.call('PATCH', path, { mileage: 47000 });
    expect(lowered.status).toBe(400);
    expect(lowered.body).toEqual({
      success: false,
      error: 'Mileage cannot decrease',
      code: 'MILEAGE_DECREASE',
      details: { current: 47500, requested: 47000 },
    });
    const unreasoned = await http.call('PATCH', path, { mileage: 47000, correction: true });
    expect(unreasoned.body.details).toEqual([{ field: 'reason', message: 'Required' }]);
    const corrected = await http.call('PATCH', path, { mileage: 47000, correction: true, reason: 'Erreur' });
    expect(corrected.body.data).toMatchObject({ mileage: 47000 });
    expect((await http.call('PATCH', path, { mileage: 47000 })).body).toEqual(corrected.body);
  });

  it('refuses what is no mileage', async () => {
    const { http, create } = await garage();
    const { id } = (await create()).body.data;
    for (const body of [{}, { mileage: '47500' }, { mileage: -1 }, { mileage: null }, [], 'null']) {
      const refused = await http.call('PATCH', `/api/vehicles/${id}/mileage`, body);
      expect(refused.status, JSON.stringify(body)).toBe(400);
      expect(refused.body.code).toBe('VALIDATION_ERROR');
    }
  });

  it('checks permission before body, and body before the row', async () => {
    const { world, http } = await garage();
    const path = '/api/vehicles/nonsense/mileage';
    const accountant = await httpClient(world, 'accountant');
    expect((await accountant.call('PATCH', path, {})).status).toBe(403);
    expect((await http.call('PATCH', path, {})).status).toBe(400);
    const gone = await http.call('PATCH', path, { mileage: 1 });
    expect(gone.status).toBe(404);
    expect(gone.body).toEqual(notFound);
  });
});
