import { byId } from '@officina/contracts/contacts-inputs';
import { serviceRecords } from '@officina/db/schema/vehicles';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { lockRecord } from './load-service-record.ts';

/** Soft. The vehicle's mileage stays: what was read was read. */
export const deleteServiceRecord = write({
  name: 'vehicles.deleteServiceRecord',
  permission: 'vehicles.edit',
  input: byId,
  async run(ctx, { id }): Promise<{ id: string; deletedAt: string }> {
    const { record, vehicle } = await lockRecord(ctx, id);
    const deletedAt = toDate(ctx.now);
    const tx = await ctx.tx();
    await tx
      .update(serviceRecords)
      .set({ deletedAt })
      .where(and(eq(serviceRecords.tenantId, ctx.tenant.id), eq(serviceRecords.id, id)));
    const { vehicleId, date, mileage, description, costMinor } = record;
    ctx.record({
      verb: 'service_record.deleted',
      subject: { type: 'service_record', id },
      contactId: vehicle.ownerId,
      before: { vehicleId, date, mileage, description, costMinor },
    });
    return { id, deletedAt: deletedAt.toISOString() };
  },
});
