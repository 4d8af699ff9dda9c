import { vehicleSearchText } from '@officina/contracts/vehicle-identity';
import type { VehicleView } from '@officina/contracts/vehicles';
import { vehicleUpdate } from '@officina/contracts/vehicles-inputs';
import { vehicles } from '@officina/db/schema/vehicles';
import { and, eq, sql } from 'drizzle-orm';
import { changesOf, requireChange } from '../../kernel/changes.ts';
import { laterThan } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { checkVersion } from '../../kernel/version.ts';
import { loadContact } from '../contacts/load-contact.ts';
import { lockVehicle } from './load-vehicle.ts';
import { vehicleConflicts } from './vehicle-conflicts.ts';
import { presentVehicle } from './vehicle-presenter.ts';
import { checkYear } from './vehicle-row.ts';

/** Identity, particulars and owner; the mileage has its own verb. */
export const updateVehicle = write({
  name: 'vehicles.update',
  permission: 'vehicles.edit',
  input: vehicleUpdate,
  conflicts: vehicleConflicts,
  async run(ctx, { id, version, ...fields }): Promise<VehicleView> {
    requireChange(fields);
    checkYear(ctx, fields.year);
    const before = await lockVehicle(ctx, id);
    const tx = await ctx.tx();
    if (fields.ownerId && fields.ownerId !== before.ownerId) await loadContact(ctx, fields.ownerId, tx);
    checkVersion(before, version);
    const changes = changesOf(before, fields);
    if (!changes) return presentVehicle(before);
    const after = { ...before, ...changes.after };
    const [row] = await tx
      .update(vehicles)
      .set({
        ...changes.after,
        searchText: vehicleSearchText(after),
        version: sql`${vehicles.version} + 1`,
        updatedAt: laterThan(before.updatedAt, ctx.now),
      })
      .where(and(eq(vehicles.tenantId, ctx.tenant.id), eq(vehicles.id, id)))
      .returning();
    ctx.record({
      verb: 'vehicle.updated',
      subject: { type: 'vehicle', id },
      contactId: after.ownerId,
      ...changes,
    });
    return presentVehicle(row ?? after);
  },
});
