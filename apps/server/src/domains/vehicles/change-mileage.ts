import type { ReadingSource } from '@officina/contracts/vehicles';
import { vehicleReadings, vehicles } from '@officina/db/schema/vehicles';
import { and, eq, sql } from 'drizzle-orm';
import { laterThan, toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { VehicleRow } from './vehicle-row.ts';

interface Reading {
  value: number;
  source: ReadingSource;
  reason?: string | null;
  /** When it was read; now when left out. */
  readAt?: Date;
}

/** Stores a mileage of a vehicle that the caller has locked, with its reading and its journal entry. */
export async function changeMileage(
  ctx: WriteCtx,
  vehicle: Pick<VehicleRow, 'id' | 'ownerId' | 'mileage' | 'updatedAt'>,
  { value, source, reason = null, readAt = toDate(ctx.now) }: Reading,
): Promise<{ updatedAt: Date }> {
  const { id, ownerId } = vehicle;
  const updatedAt = laterThan(vehicle.updatedAt, ctx.now);
  const tx = await ctx.tx();
  await tx
    .update(vehicles)
    .set({ mileage: value, updatedAt, version: sql`${vehicles.version} + 1` })
    .where(and(eq(vehicles.tenantId, ctx.tenant.id), eq(vehicles.id, id)));
  await tx
    .insert(vehicleReadings)
    .values({ tenantId: ctx.tenant.id, id: newId(), vehicleId: id, value, source, reason, readAt });
  ctx.record({
    verb: source === 'correction' ? 'vehicle.mileage_corrected' : 'vehicle.mileage_updated',
    subject: { type: 'vehicle', id },
    contactId: ownerId,
    before: { mileage: vehicle.mileage },
    after: { mileage: value },
    reason,
  });
  return { updatedAt };
}
