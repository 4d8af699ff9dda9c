import { createContact, createVehicle } from '@officina/db/factories';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, testServer } from '../../testing/harness.ts';
import { getVehicle } from './get-vehicle.ts';
import { updateMileage } from './update-mileage.ts';

beforeEach(async () => (await testServer()).clock.set('2026-01-15T10:00:00.000Z'));

async function garage(mileage: number | null, role: Parameters<typeof createWorld>[0] = 'member') {
  const world = await createWorld(role);
  const { db, sql } = world.server.services.client;
  const owner = await createContact(db, world.tenant.id);
  const { id } = await createVehicle(db, world.tenant.id, owner.id, { mileage });
  const journal = () =>
    sql`select verb, before, after, reason, contact_id from journal_entries where tenant_id = ${world.tenant.id} order by xid, id`;
  const readings = async () =>
    (await getVehicle(world.ctx, { id })).readings.map(({ value, source }) => `${source} ${value}`);
  return { world, ctx: world.ctx, id, ownerId: owner.id, journal, readings };
}

describe('a mileage', () => {
  it('grows, with a reading and a journal entry', async () => {
    const { ctx, id, ownerId, journal, readings } = await garage(45_000);
    const saved = await updateMileage(ctx, { id, mileage: 47_500 });
    expect(saved).toEqual({ id, mileage: 47_500, updatedAt: expect.any(String) });
    expect(await readings()).toEqual(['manual 47500']);
    expect(await journal()).toEqual([
      {
        verb: 'vehicle.mileage_updated',
        before: { mileage: 45_000 },
        after: { mileage: 47_500 },
        reason: null,
        contact_id: ownerId,
      },
    ]);
  });

  it('that is equal writes nothing', async () => {
    const { ctx, id, journal, readings } = await garage(45_000);
    const first = await updateMileage(ctx, { id, mileage: 45_000 });
    expect(await updateMileage(ctx, { id, mileage: 45_000 })).toEqual(first);
    expect(await readings()).toEqual([]);
    expect(await journal()).toEqual([]);
  });

  it('that is unknown may become any', async () => {
    const { ctx, id, readings } = await garage(null);
    expect(await updateMileage(ctx, { id, mileage: 0 })).toMatchObject({ mileage: 0 });
    expect(await readings()).toEqual(['manual 0']);
  });

  it('does not shrink', async () => {
    const { ctx, id, journal } = await garage(47_500);
    await expect(updateMileage(ctx, { id, mileage: 47_000 })).rejects.toMatchObject({
      code: 'MILEAGE_DECREASE',
      message: 'Mileage cannot decrease',
      details: { current: 47_500, requested: 47_000 },
    });
    expect(await journal()).toEqual([]);
  });

  it('is corrected downwards with a reason only', async () => {
    const { ctx, id, journal, readings } = await garage(475_000);
    for (const reason of [undefined, null, '', '  ', 'ab', 'x'.repeat(501)]) {
      await expect(
        updateMileage(ctx, { id, mileage: 47_500, correction: true, reason }),
      ).rejects.toMatchObject({
        code: 'VALIDATION_ERROR',
        details: [{ field: 'reason' }],
      });
    }
    await updateMileage(ctx, { id, mileage: 47_500, correction: true, reason: 'Faute de frappe' });
    expect(await readings()).toEqual(['correction 47500']);
    expect(await journal()).toMatchObject([
      { verb: 'vehicle.mileage_corrected', before: { mileage: 475_000 }, reason: 'Faute de frappe' },
    ]);
  });

  it('that grows is an update, also where a correction was announced', async () => {
    const { ctx, id, journal } = await garage(45_000);
    await updateMileage(ctx, { id, mileage: 47_500, correction: true, reason: 'Relevé oublié' });
    expect(await journal()).toMatchObject([{ verb: 'vehicle.mileage_updated', reason: 'Relevé oublié' }]);
  });

  it.each([-1, 1.5, 10_000_000, '47500', null])('cannot be %j', async (mileage) => {
    const { ctx, id } = await garage(0);
    await expect(updateMileage(ctx, { id, mileage: mileage as number })).rejects.toMatchObject({
      details: [{ field: 'mileage' }],
    });
  });

  it('is the greatest accepted one after any concurrent calls', async () => {
    const { ctx, id, readings } = await garage(100);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 2, maxLength: 6 }),
        async (values) => {
          const before = (await getVehicle(ctx, { id })).mileage ?? 0;
          const calls = values.map((mileage) => updateMileage(ctx, { id, mileage }));
          const accepted: number[] = [before];
          for (const outcome of await Promise.allSettled(calls)) {
            if (outcome.status === 'fulfilled') accepted.push(outcome.value.mileage);
            else expect(outcome.reason).toMatchObject({ code: 'MILEAGE_DECREASE' });
          }
          expect((await getVehicle(ctx, { id })).mileage).toBe(Math.max(...accepted));
          await updateMileage(ctx, { id, mileage: 100, correction: true, reason: 'again' });
        },
      ),
      { numRuns: 8 },
    );
    expect((await readings()).length).toBeGreaterThan(0);
  });

  it('is refused to accountants and for vehicles of others', async () => {
    const [{ world, ctx, id }, other] = await Promise.all([garage(1), garage(1)]);
    const accountant = await world.as('accountant');
    await expect(updateMileage(accountant, { id, mileage: 2 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const wrong of [other.id, 'nonsense'])
      await expect(updateMileage(ctx, { id: wrong, mileage: 2 })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'Vehicle not found',
      });
  });
});
