import { createContact, createVehicle as vehicleFactory } from '@officina/db/factories';
import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, testServer, type World } from '../../testing/harness.ts';
import { deleteContact } from '../contacts/delete-contact.ts';
import { createVehicle } from './create-vehicle.ts';
import { deleteVehicle } from './delete-vehicle.ts';
import { getVehicle } from './get-vehicle.ts';
import { restoreVehicle } from './restore-vehicle.ts';
import { findSamePlate } from './same-plate.ts';
import { updateVehicle } from './update-vehicle.ts';
import { listVehicles } from './vehicle-reads.ts';

beforeEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00.000Z'));

const clio = {
  vin: 'VF1AAAA1234567890',
  licensePlate: 'ab123cd',
  make: 'Renault',
  model: 'Clio',
  year: 2020,
};

/** A tenant with a customer, and the input of a car of theirs. */
async function garage(role: Parameters<typeof createWorld>[0] = 'owner') {
  const world = await createWorld(role);
  const { id: ownerId } = await createContact(world.server.services.client.db, world.tenant.id);
  return { world, ctx: world.ctx, ownerId, car: { ...clio, ownerId } };
}

async function journalOf({ server, tenant }: World) {
  return server.services.client
    .sql`select verb, contact_id, before, after from journal_entries where tenant_id = ${tenant.id} order by xid, id`;
}

const missing = { code: 'NOT_FOUND', message: 'Vehicle not found' };

describe('creating a vehicle', () => {
  it('stores it in its normal spelling, with a first reading and one journal entry', async () => {
    const { world, ctx, ownerId, car } = await garage('member');
    const made = await createVehicle(ctx, {
      ...car,
      vin: ' vf1-aaaa 1234567890 ',
      color: 'Bleu',
      mileage: 45_000,
      nextInspection: '2027-03-01',
    });
    expect(made).toMatchObject({
      vin: 'VF1AAAA1234567890',
      licensePlate: 'AB-123-CD',
      color: 'Bleu',
      mileage: 45_000,
      firstRegistration: null,
      nextInspection: '2027-03-01',
      version: 1,
    });
    expect(await journalOf(world)).toMatchObject([
      { verb: 'vehicle.created', contact_id: ownerId, after: { vin: clio.vin, mileage: 45_000 } },
    ]);
    const detail = await getVehicle(ctx, { id: made.id });
    expect(detail).toEqual({
      ...made,
      owner: { id: ownerId, name: 'Jean Martin', email: null, phone: null },
      lastServiceOn: null,
      readings: [{ value: 45_000, source: 'manual', reason: null, readAt: '2026-01-15T10:00:00.000Z' }],
      serviceRecords: [],
      abilities: { edit: true, delete: false },
    });
  });

  it('has no reading without a mileage', async () => {
    const { ctx, car } = await garage();
    const { id } = await createVehicle(ctx, car);
    expect(await getVehicle(ctx, { id })).toMatchObject({ mileage: null, readings: [] });
  });

  it('names every faulty field', async () => {
    const { ctx } = await garage();
    const faulty = {
      ownerId: 'x',
      vin: 'VF1OOOO1234567890',
      licensePlate: '?',
      make: '',
      model: 'x'.repeat(101),
      year: 1899,
      mileage: 10_000_000,
      color: 5,
    };
    await expect(createVehicle(ctx, faulty as never)).rejects.toMatchObject({
      details: [
        { field: 'ownerId', message: 'Invalid id' },
        { field: 'vin', message: 'Invalid VIN' },
        { field: 'licensePlate', message: 'Invalid license plate' },
        { field: 'make', message: 'Required' },
        { field: 'model', message: 'Must be at most 100 characters' },
        { field: 'year', message: 'Must be a year from 1900 to next year' },
        { field: 'color', message: 'Must be a text' },
        { field: 'mileage', message: 'Must be a whole number from 0 to 9999999' },
      ],
    });
  });

  it('takes next year by the tenant’s clock, and none after it', async () => {
    const { world, ctx, car } = await garage();
    // New Year's Eve in UTC, already 2027 in Paris.
    world.server.clock.set('2026-12-31T23:30:00.000Z');
    await expect(createVehicle(ctx, { ...car, year: 2029 })).rejects.toMatchObject({
      details: [{ field: 'year' }],
    });
    expect(await createVehicle(ctx, { ...car, year: 2028 })).toMatchObject({ year: 2028 });
  });

  it('refuses the VIN of a live vehicle of the tenant, not that of another tenant', async () => {
    const [{ world, ctx, car }, other] = await Promise.all([garage(), garage()]);
    await createVehicle(other.ctx, other.car);
    await createVehicle(ctx, car);
    await expect(createVehicle(ctx, { ...car, vin: 'vf1 aaaa 1234567890' })).rejects.toMatchObject({
      code: 'VIN_EXISTS',
      message: 'A vehicle with this VIN already exists',
    });
    expect(await journalOf(world)).toHaveLength(1);
  });

  it('lets one of many through that come with one VIN at the same moment', async () => {
    const { world, ctx, car } = await garage();
    const tries = Array.from({ length: 6 }, () => createVehicle(ctx, { ...car, mileage: 1 }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'VIN_EXISTS' });
    }
    expect(await journalOf(world)).toHaveLength(1);
  });

  it('knows no foreign, deleted or unknown owner', async () => {
    const [{ ctx, ownerId, car }, other] = await Promise.all([garage(), garage()]);
    await deleteContact(ctx, { id: ownerId });
    for (const id of [other.ownerId, ownerId, '00000000-0000-7000-8000-000000000000']) {
      await expect(createVehicle(ctx, { ...car, ownerId: id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'Contact not found',
      });
    }
  });

  it('is refused to accountants', async () => {
    const { ctx, car } = await garage('accountant');
    await expect(createVehicle(ctx, car)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { permission: 'vehicles.create' },
    });
  });
});

describe('updating a vehicle', () => {
  it('changes what is named, clears on null, journals before and after', async () => {
    const { world, ctx, ownerId, car } = await garage();
    const { id } = await createVehicle(ctx, { ...car, color: 'Bleu' });
    const saved = await updateVehicle(ctx, {
      id,
      version: 1,
      color: null,
      licensePlate: 'zz 999 zz',
      make: 'Renault',
    });
    expect(saved).toMatchObject({ color: null, licensePlate: 'ZZ-999-ZZ', version: 2 });
    expect(saved.updatedAt > saved.createdAt).toBe(true);
    expect((await journalOf(world)).at(-1)).toMatchObject({
      verb: 'vehicle.updated',
      contact_id: ownerId,
      before: { color: 'Bleu', licensePlate: 'AB-123-CD' },
      after: { color: null, licensePlate: 'ZZ-999-ZZ' },
    });
    expect((await listVehicles(ctx, { search: 'zz999' })).items).toHaveLength(1);
    expect((await listVehicles(ctx, { search: 'ab123' })).items).toHaveLength(0);
  });

  it('writes nothing when nothing changes, and never the mileage', async () => {
    const { world, ctx, car } = await garage();
    const { id } = await createVehicle(ctx, car);
    expect(await updateVehicle(ctx, { id, make: 'Renault', mileage: 5 } as never)).toMatchObject({
      version: 1,
      mileage: null,
    });
    expect(await journalOf(world)).toHaveLength(1);
    await expect(updateVehicle(ctx, { id, mileage: 5 } as never)).rejects.toMatchObject({
      details: [{ field: 'body' }],
    });
  });

  it('gives it to another live customer only', async () => {
    const [{ world, ctx, car }, other] = await Promise.all([garage(), garage()]);
    const { id } = await createVehicle(ctx, car);
    const buyer = await createContact(world.server.services.client.db, world.tenant.id);
    expect(await updateVehicle(ctx, { id, ownerId: buyer.id })).toMatchObject({ ownerId: buyer.id });
    await expect(updateVehicle(ctx, { id, ownerId: other.ownerId })).rejects.toMatchObject({
      message: 'Contact not found',
    });
  });

  it('refuses an older version, a taken VIN and a foreign vehicle', async () => {
    const [{ ctx, car }, other] = await Promise.all([garage(), garage()]);
    const { id } = await createVehicle(ctx, car);
    const second = await createVehicle(ctx, { ...car, vin: 'VF1BBBB1234567890' });
    await updateVehicle(ctx, { id, year: 2021 });
    await expect(updateVehicle(ctx, { id, version: 1, year: 2022 })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    await expect(updateVehicle(ctx, { id: second.id, vin: clio.vin })).rejects.toMatchObject({
      code: 'VIN_EXISTS',
    });
    const foreign = await createVehicle(other.ctx, other.car);
    for (const wrong of [foreign.id, 'nonsense'])
      await expect(updateVehicle(ctx, { id: wrong, year: 2021 })).rejects.toMatchObject(missing);
  });
});

describe('deleting a vehicle', () => {
  it('takes it from lists, frees its VIN, and can be undone until that is taken', async () => {
    const { world, ctx, car } = await garage();
    const { id } = await createVehicle(ctx, car);
    await deleteVehicle(ctx, { id });
    await expect(getVehicle(ctx, { id })).rejects.toMatchObject(missing);
    await expect(deleteVehicle(ctx, { id })).rejects.toMatchObject(missing);
    expect(await listVehicles(ctx, {})).toMatchObject({ items: [], total: 0 });
    expect(await restoreVehicle(ctx, { id })).toMatchObject({ id, vin: clio.vin });
    await expect(restoreVehicle(ctx, { id })).rejects.toMatchObject(missing);
    await deleteVehicle(ctx, { id });
    await createVehicle(ctx, car);
    await expect(restoreVehicle(ctx, { id })).rejects.toMatchObject({ code: 'VIN_EXISTS' });
    const verbs = (await journalOf(world)).map(({ verb }) => verb);
    expect(verbs).toEqual([
      'vehicle.created',
      'vehicle.deleted',
      'vehicle.restored',
      'vehicle.deleted',
      'vehicle.created',
    ]);
  });

  it('is refused to members, and for foreign vehicles', async () => {
    const [{ world, ctx, car }, other] = await Promise.all([garage(), garage()]);
    const { id } = await createVehicle(ctx, car);
    const member = await world.as('member');
    for (const verb of [deleteVehicle, restoreVehicle])
      await expect(verb(member, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const verb of [deleteVehicle, restoreVehicle, getVehicle])
      await expect(verb(other.ctx, { id })).rejects.toMatchObject(missing);
  });
});

describe('listing vehicles', () => {
  it('finds plates in any spelling, VINs, makes and models', async () => {
    const { ctx, car } = await garage();
    await createVehicle(ctx, car);
    await createVehicle(ctx, {
      ...car,
      vin: 'WVWZZZ1JZXW000001',
      licensePlate: '1234 ab 75',
      make: 'Citroën',
      model: 'C4 Picasso',
    });
    const found = async (search: string) =>
      (await listVehicles(ctx, { search })).items.map(({ model }) => model);
    for (const search of [
      'ab-123-cd',
      'AB 123 CD',
      'ab123cd',
      'Ab.123.Cd',
      'b123',
      'vf1aaaa',
      'VF1 AAAA 1234',
      'clio RENAULT',
    ])
      expect(await found(search), search).toEqual(['Clio']);
    for (const search of ['1234ab75', '1234-AB-75', 'wvwzzz', 'citroen', 'CITROËN pic', 'c4', '75 citro'])
      expect(await found(search), search).toEqual(['C4 Picasso']);
    for (const search of ['peugeot', '%', '_', 'renault picasso', "'; drop", '🚗', 'שלום'])
      expect(await found(search), search).toEqual([]);
    expect(await found('  ')).toHaveLength(2);
  });

  it('shows owner, last service and abilities; filters by owner', async () => {
    const { world, ctx, ownerId, car } = await garage();
    await createVehicle(ctx, car);
    const { db } = world.server.services.client;
    const other = await createContact(db, world.tenant.id, { firstName: 'Zoé' });
    await vehicleFactory(db, world.tenant.id, other.id);
    const { items, total } = await listVehicles(await world.as('member'), { ownerId });
    expect(total).toBe(1);
    expect(items).toMatchObject([
      {
        vin: clio.vin,
        owner: { id: ownerId, name: 'Jean Martin' },
        lastServiceOn: null,
        abilities: { edit: true, delete: false },
      },
    ]);
  });

  it('pages by cursor in every order without overlap', async () => {
    const { world, ownerId, ctx } = await garage();
    const { db } = world.server.services.client;
    for (const plate of ['C', 'A', 'B', 'A', 'C'])
      await vehicleFactory(db, world.tenant.id, ownerId, { licensePlate: `${plate}-1` });
    for (const sort of ['createdAt', 'licensePlate'] as const) {
      for (const dir of ['asc', 'desc'] as const) {
        const plates: string[] = [];
        const ids = new Set<string>();
        let cursor: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof listVehicles>> = await listVehicles(ctx, {
            limit: 2,
            cursor,
            sort,
            dir,
          });
          for (const { id, licensePlate } of page.items) {
            ids.add(id);
            plates.push(licensePlate);
          }
          cursor = page.nextCursor;
        } while (cursor);
        expect(ids.size, `${sort} ${dir}`).toBe(5);
        const sorted = [...plates].sort();
        if (sort === 'licensePlate') expect(plates).toEqual(dir === 'asc' ? sorted : sorted.reverse());
      }
    }
    await expect(listVehicles(ctx, { cursor: 'nonsense' })).rejects.toMatchObject({
      details: [{ field: 'cursor' }],
    });
  });

  it('shows nothing of another tenant', async () => {
    const [{ ctx }, other] = await Promise.all([garage(), garage()]);
    await createVehicle(other.ctx, other.car);
    expect((await listVehicles(ctx, { ownerId: other.ownerId })).items).toEqual([]);
    expect((await listVehicles(ctx, { search: 'clio' })).items).toEqual([]);
    expect((await findSamePlate(ctx, { plate: clio.licensePlate })).items).toEqual([]);
  });
});

describe('the same plate', () => {
  it('is found in any spelling, whole, and not for the vehicle itself', async () => {
    const { ctx, ownerId, car } = await garage();
    const { id } = await createVehicle(ctx, { ...car, licensePlate: '12-AB-75' });
    const hit = {
      id,
      licensePlate: '12-AB-75',
      make: 'Renault',
      model: 'Clio',
      owner: { id: ownerId, name: 'Jean Martin' },
    };
    for (const plate of ['12ab75', '12 ab 75', '12-AB-75', ' 12.ab.75 '])
      expect((await findSamePlate(ctx, { plate })).items, plate).toEqual([hit]);
    for (const plate of ['2ab75', '12ab', '', '%', 'renaultclio'])
      expect((await findSamePlate(ctx, { plate })).items, plate).toEqual([]);
    expect((await findSamePlate(ctx, { plate: '12AB75', exceptId: id })).items).toEqual([]);
    await deleteVehicle(ctx, { id });
    expect((await findSamePlate(ctx, { plate: '12AB75' })).items).toEqual([]);
  });
});
