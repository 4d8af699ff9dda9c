import { vehicleSearchText } from '@officina/contracts/vehicle-identity';
import type { VehicleView } from '@officina/contracts/vehicles';
import { vehicleCreate } from '@officina/contracts/vehicles-inputs';
import { vehicleReadings, vehicles } from '@officina/db/schema/vehicles';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { loadContact } from '../contacts/load-contact.ts';
import { vehicleConflicts } from './vehicle-conflicts.ts';
import { presentVehicle } from './vehicle-presenter.ts';
import { checkYear } from './vehicle-row.ts';

/** A mileage that is given is the vehicle's first reading. */
export const createVehicle = write({
  name: 'vehicles.create',
  permission: 'vehicles.create',
  input: vehicleCreate,
  conflicts: vehicleConflicts,
  async run(ctx, input): Promise<VehicleView> {
    checkYear(ctx, input.year);
    const tx = await ctx.tx();
    await loadContact(ctx, input.ownerId, tx);
    const now = toDate(ctx.now);
    const vehicle = {
      id: newId(),
      ownerId: input.ownerId,
      vin: input.vin,
      licensePlate: input.licensePlate,
      make: input.make,
      model: input.model,
      year: input.year,
      color: input.color ?? null,
      mileage: input.mileage ?? null,
      firstRegistration: input.firstRegistration ?? null,
      fuel: input.fuel ?? null,
      nextInspection: input.nextInspection ?? null,
    };
    const stamps = { version: 1, createdAt: now, updatedAt: now };
    await tx.insert(vehicles).values({
      tenantId: ctx.tenant.id,
      ...vehicle,
      ...stamps,
      searchText: vehicleSearchText(vehicle),
      createdBy: userIdOf(ctx.actor),
    });
    const { id: vehicleId, mileage: value } = vehicle;
    if (value !== null) {
      await tx
        .insert(vehicleReadings)
        .values({ tenantId: ctx.tenant.id, id: newId(), vehicleId, value, source: 'manual', readAt: now });
    }
    ctx.record({
      verb: 'vehicle.created',
      subject: { type: 'vehicle', id: vehicleId },
      contactId: vehicle.ownerId,
      after: { ...vehicle, id: undefined },
    });
    return presentVehicle({ ...vehicle, ...stamps });
  },
});
