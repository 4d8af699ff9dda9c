import { createContact, createVehicle } from '@officina/db/factories';
import { tenantSettings } from '@officina/db/schema/tenancy';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, testServer } from '../../testing/harness.ts';
import { addServiceRecord } from './add-service-record.ts';
import { deleteServiceRecord } from './delete-service-record.ts';
import { deleteVehicle } from './delete-vehicle.ts';
import { getVehicle } from './get-vehicle.ts';
import { restoreServiceRecord } from './restore-service-record.ts';
import { costOf } from './service-cost.ts';
import { updateMileage } from './update-mileage.ts';
import { updateServiceRecord } from './update-service-record.ts';
import { listVehicles } from './vehicle-reads.ts';

beforeEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00.000Z'));

async function garage({ mileage = 40_000, hourlyRateMinor = null as number | null } = {}) {
  const world = await createWorld('owner');
  const { db, sql } = world.server.services.client;
  const owner = await createContact(db, world.tenant.id);
  const vehicle = await createVehicle(db, world.tenant.id, owner.id, { mileage });
  await db
    .update(tenantSettings)
    .set({ hourlyRateMinor })
    .where(eq(tenantSettings.tenantId, world.tenant.id));
  const verbs = async () =>
    (await sql`select verb from journal_entries where tenant_id = ${world.tenant.id} order by xid, verb`).map(
      ({ verb }) => verb,
    );
  const detail = () => getVehicle(world.ctx, { id: vehicle.id });
  return { world, ctx: world.ctx, vehicleId: vehicle.id, ownerId: owner.id, verbs, detail };
}

const service = {
  date: '2025-12-15',
  mileage: 45_000,
  description: 'Vidange + contrôle freins',
  costCents: 18_050,
  parts: [
    { name: 'Huile moteur 5W30', quantity: 5, unitPriceCents: 850 },
    { name: 'Filtre à huile', quantity: 1, unitPriceCents: 1200 },
  ],
  laborHours: 1.5,
};

const missing = { code: 'NOT_FOUND', message: 'Service record not found' };

describe('adding a service record', () => {
  it('keeps it, raises the mileage and shows in the history', async () => {
    const { ctx, vehicleId, verbs, detail } = await garage();
    const made = await addServiceRecord(ctx, { vehicleId, ...service });
    expect(made).toEqual({
      ...service,
      id: expect.any(String),
      vehicleId,
      createdAt: '2026-01-15T10:00:00.000Z',
      updatedAt: '2026-01-15T10:00:00.000Z',
    });
    expect(await detail()).toMatchObject({
      mileage: 45_000,
      lastServiceOn: '2025-12-15',
      serviceRecords: [made],
      readings: [{ value: 45_000, source: 'service', readAt: '2025-12-15T11:00:00.000Z' }],
    });
    expect((await listVehicles(ctx, {})).items).toMatchObject([{ lastServiceOn: '2025-12-15' }]);
    expect(await verbs()).toEqual(['service_record.added', 'vehicle.mileage_updated']);
  });

  it('of the past is history: it never lowers the mileage', async () => {
    const { ctx, vehicleId, verbs, detail } = await garage({ mileage: 60_000 });
    await addServiceRecord(ctx, { vehicleId, ...service });
    await addServiceRecord(ctx, { vehicleId, ...service, date: '2024-01-10', mileage: 20_000 });
    const { mileage, readings, serviceRecords } = await detail();
    expect(mileage).toBe(60_000);
    expect(readings.map(({ value }) => value)).toEqual([20_000, 45_000]);
    expect(serviceRecords.map(({ date }) => date)).toEqual(['2025-12-15', '2024-01-10']);
    expect(await verbs()).toEqual(['service_record.added', 'service_record.added']);
  });

  it('costs what was said, else parts and hours at the rate of the garage, else nothing known', async () => {
    const { ctx, vehicleId } = await garage({ hourlyRateMinor: 6500 });
    const cost = async (fields: Partial<Parameters<typeof addServiceRecord>[1]>) => {
      const { date, mileage, description } = service;
      return (await addServiceRecord(ctx, { vehicleId, date, mileage, description, ...fields })).costCents;
    };
    const { parts } = service;
    expect(await cost({ parts, laborHours: 1.5, costCents: 1 })).toBe(1);
    expect(await cost({ parts, laborHours: 1.5 })).toBe(4250 + 1200 + 9750);
    expect(await cost({ parts, costCents: null })).toBe(5450);
    expect(await cost({ laborHours: 0.33 })).toBe(2145);
    expect(await cost({})).toBeNull();
    const bare = await garage();
    const { costCents, ...uncosted } = service;
    const withoutRate = await addServiceRecord(bare.ctx, {
      vehicleId: bare.vehicleId,
      ...uncosted,
      parts: [],
    });
    expect(withoutRate.costCents).toBeNull();
  });

  it('knows no tomorrow, by the clock of the tenant', async () => {
    const { world, ctx, vehicleId } = await garage();
    await expect(addServiceRecord(ctx, { vehicleId, ...service, date: '2026-01-16' })).rejects.toMatchObject({
      details: [{ field: 'date', message: 'Must not be after today' }],
    });
    world.server.clock.set('2026-01-15T23:30:00.000Z');
    expect(await addServiceRecord(ctx, { vehicleId, ...service, date: '2026-01-16' })).toMatchObject({
      date: '2026-01-16',
    });
  });

  it('names every faulty field', async () => {
    const { ctx, vehicleId } = await garage();
    const faulty = {
      date: '2025-02-30',
      mileage: -1,
      description: '',
      costCents: 1.5,
      parts: [{ name: '', quantity: 0, unitPriceCents: -1 }],
      laborHours: 0.001,
    };
    await expect(addServiceRecord(ctx, { vehicleId, ...faulty })).rejects.toMatchObject({
      details: [
        { field: 'date' },
        { field: 'mileage' },
        { field: 'description' },
        { field: 'parts.0.name' },
        { field: 'parts.0.quantity' },
        { field: 'parts.0.unitPriceCents' },
        { field: 'laborHours' },
        { field: 'costCents' },
      ],
    });
    const dear = [{ name: 'x', quantity: 999_999, unitPriceCents: 999_999_999 }];
    const { costCents, ...uncosted } = service;
    await expect(addServiceRecord(ctx, { vehicleId, ...uncosted, parts: dear })).rejects.toMatchObject({
      details: [{ field: 'costCents' }],
    });
  });

  it('at the same moment leaves the greatest mileage', async () => {
    const { ctx, vehicleId, detail } = await garage();
    const mileages = [50_000, 70_000, 60_000, 41_000];
    await Promise.all([
      ...mileages.map((mileage) => addServiceRecord(ctx, { vehicleId, ...service, mileage })),
      updateMileage(ctx, { id: vehicleId, mileage: 40_001 }).catch(() => {}),
    ]);
    const { mileage, serviceRecords } = await detail();
    expect(mileage).toBe(70_000);
    expect(serviceRecords).toHaveLength(4);
  });

  it('is refused to accountants, and for vehicles of others or deleted', async () => {
    const [{ world, ctx, vehicleId }, other] = await Promise.all([garage(), garage()]);
    await expect(
      addServiceRecord(await world.as('accountant'), { vehicleId, ...service }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await deleteVehicle(ctx, { id: vehicleId });
    for (const id of [other.vehicleId, vehicleId, 'nonsense'])
      await expect(addServiceRecord(ctx, { ...service, vehicleId: id })).rejects.toMatchObject({
        message: 'Vehicle not found',
      });
  });
});

describe('updating a service record', () => {
  it('changes what is named and raises the mileage if that grew', async () => {
    const { ctx, vehicleId, verbs, detail } = await garage();
    const { id } = await addServiceRecord(ctx, { vehicleId, ...service });
    const saved = await updateServiceRecord(ctx, { id, mileage: 46_000, laborHours: null });
    expect(saved).toMatchObject({ ...service, mileage: 46_000, laborHours: null });
    expect(await detail()).toMatchObject({
      mileage: 46_000,
      readings: [{ value: 45_000 }, { value: 46_000 }],
    });
    expect(await verbs()).toEqual([
      'service_record.added',
      'vehicle.mileage_updated',
      'service_record.updated',
      'vehicle.mileage_updated',
    ]);
  });

  it('does not bring back a mileage that was corrected', async () => {
    const { ctx, vehicleId, detail } = await garage();
    const { id } = await addServiceRecord(ctx, { vehicleId, ...service });
    await updateMileage(ctx, { id: vehicleId, mileage: 44_000, correction: true, reason: 'Compteur relu' });
    await updateServiceRecord(ctx, { id, description: 'Vidange' });
    expect((await detail()).mileage).toBe(44_000);
  });

  it('makes the cost anew when asked to, and writes nothing when nothing changes', async () => {
    const { ctx, vehicleId, verbs } = await garage({ hourlyRateMinor: 6000 });
    const { id } = await addServiceRecord(ctx, { vehicleId, ...service });
    expect(await updateServiceRecord(ctx, { id, parts: [] })).toMatchObject({ costCents: 18_050 });
    expect(await updateServiceRecord(ctx, { id, costCents: null })).toMatchObject({ costCents: 9000 });
    const before = (await verbs()).length;
    await updateServiceRecord(ctx, { id, costCents: 9000, description: service.description });
    expect(await verbs()).toHaveLength(before);
    await expect(updateServiceRecord(ctx, { id })).rejects.toMatchObject({ details: [{ field: 'body' }] });
    await expect(updateServiceRecord(ctx, { id, date: '2026-01-16' })).rejects.toMatchObject({
      details: [{ field: 'date' }],
    });
  });
});

describe('deleting a service record', () => {
  it('takes it from the history, keeps the mileage, and can be undone', async () => {
    const { ctx, vehicleId, verbs, detail } = await garage();
    const { id } = await addServiceRecord(ctx, { vehicleId, ...service });
    await deleteServiceRecord(ctx, { id });
    expect(await detail()).toMatchObject({
      mileage: 45_000,
      serviceRecords: [],
      lastServiceOn: null,
      readings: [{ value: 45_000, source: 'service' }],
    });
    await expect(deleteServiceRecord(ctx, { id })).rejects.toMatchObject(missing);
    await expect(updateServiceRecord(ctx, { id, mileage: 1 })).rejects.toMatchObject(missing);
    await restoreServiceRecord(ctx, { id });
    await expect(restoreServiceRecord(ctx, { id })).rejects.toMatchObject(missing);
    expect((await detail()).serviceRecords).toHaveLength(1);
    expect((await verbs()).slice(2)).toEqual(['service_record.deleted', 'service_record.restored']);
  });

  it('is refused to accountants, and for records of others or of deleted vehicles', async () => {
    const [{ world, ctx, vehicleId }, other] = await Promise.all([garage(), garage()]);
    const { id } = await addServiceRecord(ctx, { vehicleId, ...service });
    const accountant = await world.as('accountant');
    const verbs = [
      deleteServiceRecord,
      restoreServiceRecord,
      (on: typeof ctx, { id }: { id: string }) => updateServiceRecord(on, { id, mileage: 1 }),
    ];
    for (const verb of verbs) {
      await expect(verb(accountant, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(verb(other.ctx, { id })).rejects.toMatchObject(missing);
      await expect(verb(ctx, { id: 'nonsense' })).rejects.toMatchObject(missing);
    }
    await deleteVehicle(ctx, { id: vehicleId });
    for (const verb of verbs) await expect(verb(ctx, { id })).rejects.toMatchObject(missing);
  });
});

describe('the cost of a service', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000 });
  const part = fc.record({
    name: fc.constant('x'),
    quantity: fc.integer({ min: 1, max: 100_000 }).map((milli) => milli / 1000),
    unitPriceCents: amount,
  });

  it('is the sum of its lines, each rounded half away from zero', () => {
    expect(
      costOf({ parts: [{ name: 'x', quantity: 0.5, unitPriceCents: 201 }], laborHours: null }, null),
    ).toBe(101);
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 5 }),
        fc.integer({ min: 0, max: 9999 }),
        amount,
        (parts, hours, rate) => {
          const laborHours = hours / 100;
          const alone = parts.map((one) => costOf({ parts: [one], laborHours: null }, rate) ?? 0);
          const labour = costOf({ parts: [], laborHours }, rate) ?? 0;
          expect(costOf({ parts, laborHours }, rate)).toBe(alone.reduce((a, b) => a + b, labour));
          expect(Math.abs(labour - (hours * rate) / 100)).toBeLessThanOrEqual(0.5);
        },
      ),
    );
  });
});
