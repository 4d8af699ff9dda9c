import type { ServiceRecordView } from '@officina/contracts/vehicles';
import { serviceRecordUpdate } from '@officina/contracts/vehicles-inputs';
import { serviceRecords } from '@officina/db/schema/vehicles';
import { and, eq } from 'drizzle-orm';
import { changesOf, requireChange } from '../../kernel/changes.ts';
import { laterThan } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';
import { lockRecord } from './load-service-record.ts';
import { presentRecord } from './service-record-presenter.ts';
import { checkServiceDate, raiseMileage, workCost } from './service-work.ts';

/** A cost of null is made anew from parts and hours; a greater mileage raises the vehicle's. */
export const updateServiceRecord = write({
  name: 'vehicles.updateServiceRecord',
  permission: 'vehicles.edit',
  input: serviceRecordUpdate,
  async run(ctx, { id, costCents, ...fields }): Promise<ServiceRecordView> {
    requireChange({ ...fields, costCents });
    checkServiceDate(ctx, fields.date);
    const { record, vehicle } = await lockRecord(ctx, id);
    const work = {
      parts: fields.parts ?? record.parts,
      laborHours: fields.laborHours === undefined ? record.laborHours : fields.laborHours,
    };
    const costMinor = costCents === null ? await workCost(ctx, work) : costCents;
    const changes = changesOf(record, { ...fields, costMinor });
    if (!changes) return presentRecord(record);
    const tx = await ctx.tx();
    const after = { ...record, ...changes.after, updatedAt: laterThan(record.updatedAt, ctx.now) };
    await tx
      .update(serviceRecords)
      .set({ ...changes.after, updatedAt: after.updatedAt })
      .where(and(eq(serviceRecords.tenantId, ctx.tenant.id), eq(serviceRecords.id, id)));
    ctx.record({
      verb: 'service_record.updated',
      subject: { type: 'service_record', id },
      contactId: vehicle.ownerId,
      ...changes,
    });
    if (changes.after.mileage !== undefined) await raiseMileage(ctx, vehicle, after);
    return presentRecord(after);
  },
});
