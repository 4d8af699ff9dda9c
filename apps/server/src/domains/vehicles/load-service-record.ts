import { serviceRecords, vehicles } from '@officina/db/schema/vehicles';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import type { VehicleRow } from './vehicle-row.ts';

export type ServiceRecordRow = typeof serviceRecords.$inferSelect;

/**
 * A service record of a live vehicle, both locked until the operation's transaction ends; the record live, or deleted
 * where that is what is asked. NOT_FOUND for everything else.
 */
export async function lockRecord(
  ctx: WriteCtx,
  id: string,
  state: 'live' | 'deleted' = 'live',
): Promise<{ record: ServiceRecordRow; vehicle: VehicleRow }> {
  if (!isUuid(id)) throw notFound('Service record');
  const tx = await ctx.tx();
  const { deletedAt } = serviceRecords;
  const [row] = await tx
    .select({ record: serviceRecords, vehicle: vehicles })
    .from(serviceRecords)
    .innerJoin(
      vehicles,
      and(eq(vehicles.tenantId, serviceRecords.tenantId), eq(vehicles.id, serviceRecords.vehicleId)),
    )
    .where(
      and(
        eq(serviceRecords.tenantId, ctx.tenant.id),
        eq(serviceRecords.id, id),
        state === 'live' ? isNull(deletedAt) : isNotNull(deletedAt),
        isNull(vehicles.deletedAt),
      ),
    )
    .for('update');
  if (!row) throw notFound('Service record');
  return row;
}
