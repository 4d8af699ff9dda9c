import { byId } from '@officina/contracts/contacts-inputs';
import type { ServiceRecordView } from '@officina/contracts/vehicles';
import { serviceRecords } from '@officina/db/schema/vehicles';
import { and, eq } from 'drizzle-orm';
import { laterThan } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { lockRecord } from './load-service-record.ts';
import { presentRecord } from './service-record-presenter.ts';

/** Undoes a deletion. */
export const restoreServiceRecord = write({
  name: 'vehicles.restoreServiceRecord',
  permission: 'vehicles.edit',
  input: byId,
  async run(ctx, { id }): Promise<ServiceRecordView> {
    const { record, vehicle } = await lockRecord(ctx, id, 'deleted');
    const updatedAt = laterThan(record.updatedAt, ctx.now);
    const tx = await ctx.tx();
    await tx
      .update(serviceRecords)
      .set({ deletedAt: null, updatedAt })
      .where(and(eq(serviceRecords.tenantId, ctx.tenant.id), eq(serviceRecords.id, id)));
    const { vehicleId, date, mileage, description } = record;
    ctx.record({
      verb: 'service_record.restored',
      subject: { type: 'service_record', id },
      contactId: vehicle.ownerId,
      after: { vehicleId, date, mileage, description },
    });
    return presentRecord({ ...record, updatedAt });
  },
});
