import type { ServiceRecordView } from '@officina/contracts/vehicles';
import type { serviceRecords } from '@officina/db/schema/vehicles';

type Row = typeof serviceRecords.$inferSelect;

/** A record's columns, its moments as Dates or as PostgreSQL prints them in JSON. */
export type RecordRow = Pick<
  Row,
  'id' | 'vehicleId' | 'date' | 'mileage' | 'description' | 'costMinor' | 'parts' | 'laborHours'
> & { createdAt: Date | string; updatedAt: Date | string };

export const presentRecord = (row: RecordRow): ServiceRecordView => ({
  id: row.id,
  vehicleId: row.vehicleId,
  date: row.date,
  mileage: row.mileage,
  description: row.description,
  costCents: row.costMinor,
  parts: row.parts,
  laborHours: row.laborHours,
  createdAt: new Date(row.createdAt).toISOString(),
  updatedAt: new Date(row.updatedAt).toISOString(),
});
