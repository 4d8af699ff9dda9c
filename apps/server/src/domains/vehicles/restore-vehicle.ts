import { byId } from '@officina/contracts/contacts-inputs';
import type { VehicleView } from '@officina/contracts/vehicles';
import { vehicles } from '@officina/db/schema/vehicles';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { vehicleConflicts } from './vehicle-conflicts.ts';
import { presentVehicle } from './vehicle-presenter.ts';

/** Undoes a deletion; refused when a live vehicle took the VIN meanwhile. */
export const restoreVehicle = write({
  name: 'vehicles.restore',
  permission: 'vehicles.delete',
  input: byId,
  conflicts: vehicleConflicts,
  async run(ctx, { id }): Promise<VehicleView> {
    if (!isUuid(id)) throw notFound('Vehicle');
    const tx = await ctx.tx();
    const [row] = await tx
      .update(vehicles)
      .set({
        deletedAt: null,
        updatedAt: sql`greatest(${toDate(ctx.now).toISOString()}::timestamptz, ${vehicles.updatedAt} + interval '1 ms')`,
        version: sql`${vehicles.version} + 1`,
      })
      .where(and(eq(vehicles.tenantId, ctx.tenant.id), eq(vehicles.id, id), isNotNull(vehicles.deletedAt)))
      .returning();
    if (!row) throw notFound('Vehicle');
    const { ownerId, vin, licensePlate } = row;
    ctx.record({
      verb: 'vehicle.restored',
      subject: { type: 'vehicle', id },
      contactId: ownerId,
      after: { vin, licensePlate },
    });
    return presentVehicle(row);
  },
});
