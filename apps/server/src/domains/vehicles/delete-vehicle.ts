import { byId } from '@officina/contracts/contacts-inputs';
import { vehicles } from '@officina/db/schema/vehicles';
import { and, eq } from 'drizzle-orm';
import { laterThan } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { lockVehicle } from './load-vehicle.ts';

/** Soft: documents that name the vehicle stay, its VIN is free again. */
export const deleteVehicle = write({
  name: 'vehicles.delete',
  permission: 'vehicles.delete',
  input: byId,
  async run(ctx, { id }): Promise<{ id: string; deletedAt: string }> {
    const vehicle = await lockVehicle(ctx, id);
    const deletedAt = laterThan(vehicle.updatedAt, ctx.now);
    const tx = await ctx.tx();
    await tx
      .update(vehicles)
      .set({ deletedAt, updatedAt: deletedAt })
      .where(and(eq(vehicles.tenantId, ctx.tenant.id), eq(vehicles.id, id)));
    const { ownerId, vin, licensePlate, make, model } = vehicle;
    ctx.record({
      verb: 'vehicle.deleted',
      subject: { type: 'vehicle', id },
      contactId: ownerId,
      before: { vin, licensePlate, make, model },
    });
    return { id, deletedAt: deletedAt.toISOString() };
  },
});
