import { byId } from '@officina/contracts/contacts-inputs';
import type { MileageReading, VehicleDetail, VehicleView } from '@officina/contracts/vehicles';
import { sql } from 'drizzle-orm';
import { momentAt } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { read } from '../../kernel/operation.ts';
import { rawStatement } from '../../kernel/statement.ts';
import { presentRecord, type RecordRow } from './service-record-presenter.ts';
import { vehicleAbilities } from './vehicle-presenter.ts';

interface DetailRow {
  /** Moments as PostgreSQL prints them in JSON. */
  vehicle: VehicleView;
  owner: VehicleDetail['owner'];
  readings: MileageReading[];
  records: RecordRow[];
}

const tenantId = sql.placeholder('tenantId');

/**
 * One statement: the vehicle, its owner, its readings and its service records. A reading that a record caused is left
 * out while that record says it itself.
 */
const detail = rawStatement<DetailRow>(sql`
  select
    json_build_object('id', v.id, 'ownerId', v.owner_id, 'vin', v.vin, 'licensePlate', v.license_plate, 'make', v.make,
      'model', v.model, 'year', v.year, 'color', v.color, 'mileage', v.mileage,
      'firstRegistration', v.first_registration, 'fuel', v.fuel, 'nextInspection', v.next_inspection,
      'version', v.version, 'createdAt', v.created_at, 'updatedAt', v.updated_at) as vehicle,
    json_build_object('id', c.id, 'name', c.display_name, 'email', c.email, 'phone', c.phone) as owner,
    (select coalesce(json_agg(r), '[]') from (
      select r.value, r.source, r.reason, r.read_at as "readAt" from vehicle_readings r
      where r.tenant_id = v.tenant_id and r.vehicle_id = v.id and not (r.source = 'service' and exists (
        select from service_records s
        where s.tenant_id = r.tenant_id and s.vehicle_id = r.vehicle_id and s.mileage = r.value and s.deleted_at is null))
    ) r) as readings,
    (select coalesce(json_agg(s), '[]') from (
      select s.id, s.vehicle_id as "vehicleId", s.date, s.mileage, s.description, s.cost_minor as "costMinor", s.parts,
        s.labor_hours as "laborHours", s.created_at as "createdAt", s.updated_at as "updatedAt" from service_records s
      where s.tenant_id = v.tenant_id and s.vehicle_id = v.id and s.deleted_at is null
      order by s.date desc, s.created_at desc, s.id desc) s) as records
  from vehicles v
  join contacts c on c.tenant_id = v.tenant_id and c.id = v.owner_id
  where v.tenant_id = ${tenantId}::uuid and v.id = ${sql.placeholder('id')}::uuid and v.deleted_at is null`);

const iso = (text: string): string => new Date(text).toISOString();

/** A vehicle with its owner, mileages and service records. */
export const getVehicle = read({
  name: 'vehicles.get',
  permission: 'vehicles.read',
  input: byId,
  async run(ctx, { id }): Promise<VehicleDetail> {
    const [row] = isUuid(id) ? await detail(ctx.db, { tenantId: ctx.tenant.id, id }) : [];
    if (!row) throw notFound('Vehicle');
    const { vehicle, owner, records } = row;
    // A record knows its day only: noon stands for it.
    const serviced = records.map(({ date, mileage }) => ({
      value: mileage,
      source: 'service' as const,
      reason: null,
      readAt: momentAt(date, '12:00', ctx.tenant.timeZone).toISOString(),
    }));
    const read = row.readings.map((reading) => ({ ...reading, readAt: iso(reading.readAt) }));
    return {
      ...vehicle,
      createdAt: iso(vehicle.createdAt),
      updatedAt: iso(vehicle.updatedAt),
      owner,
      lastServiceOn: records[0]?.date ?? null,
      readings: [...read, ...serviced].sort((a, b) => a.readAt.localeCompare(b.readAt) || a.value - b.value),
      serviceRecords: records.map(presentRecord),
      abilities: vehicleAbilities(ctx),
    };
  },
});
