import type { ServiceRecordView } from '@officina/contracts/vehicles';
import { serviceRecordAdd } from '@officina/contracts/vehicles-inputs';
import { serviceRecords } from '@officina/db/schema/vehicles';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { lockVehicle } from './load-vehicle.ts';
import { presentRecord } from './service-record-presenter.ts';
import { checkServiceDate, raiseMileage, workCost } from './service-work.ts';

/** Work done on a vehicle. Its mileage raises the vehicle's; without a cost, parts and hours make it. */
export const addServiceRecord = write({
  name: 'vehicles.addServiceRecord',
  permission: 'vehicles.edit',
  input: serviceRecordAdd,
  async run(ctx, { vehicleId, date, mileage, description, ...rest }): Promise<ServiceRecordView> {
    checkServiceDate(ctx, date);
    const vehicle = await lockVehicle(ctx, vehicleId);
    const { parts = [], laborHours = null, costCents } = rest;
    const now = toDate(ctx.now);
    const work = { date, mileage, description, parts, laborHours };
    const record = {
      id: newId(),
      vehicleId: vehicle.id,
      ...work,
      costMinor: costCents ?? (await workCost(ctx, work)),
      createdAt: now,
      updatedAt: now,
    };
    const tx = await ctx.tx();
    await tx
      .insert(serviceRecords)
      .values({ tenantId: ctx.tenant.id, ...record, createdBy: userIdOf(ctx.actor) });
    ctx.record({
      verb: 'service_record.added',
      subject: { type: 'service_record', id: record.id },
      contactId: vehicle.ownerId,
      after: { vehicleId: vehicle.id, ...work, costMinor: record.costMinor },
    });
    await raiseMileage(ctx, vehicle, work);
    return presentRecord(record);
  },
});
