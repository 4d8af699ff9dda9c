import { READING_SOURCES, type ReadingSource, type ServicePart } from '@officina/contracts/vehicles';
import { sql } from 'drizzle-orm';
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  createdAt,
  deletedAt,
  minor,
  moment,
  oneOf,
  rowId,
  tenantId,
  updatedAt,
  version,
  words,
} from './columns.ts';
import { contacts } from './contacts.ts';
import { tenants } from './tenancy.ts';

export const vehicles = pgTable(
  'vehicles',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    ownerId: uuid('owner_id').notNull(),
    vin: text('vin').notNull(),
    licensePlate: text('license_plate').notNull(),
    make: text('make').notNull(),
    model: text('model').notNull(),
    year: integer('year').notNull(),
    color: text('color'),
    /** Kilometres. */
    mileage: integer('mileage'),
    firstRegistration: date('first_registration', { mode: 'string' }),
    fuel: text('fuel'),
    nextInspection: date('next_inspection', { mode: 'string' }),
    /** Folded plate (with and without dashes), VIN, make and model. */
    searchText: text('search_text').notNull(),
    createdBy: uuid('created_by'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'vehicles_owner_fk',
      columns: [t.tenantId, t.ownerId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    uniqueIndex('vehicles_vin_unique').on(t.tenantId, t.vin).where(sql`deleted_at is null`),
    index('vehicles_owner').on(t.tenantId, t.ownerId).where(sql`deleted_at is null`),
    index('vehicles_created').on(t.tenantId, t.createdAt, t.id).where(sql`deleted_at is null`),
    index('vehicles_plate').on(t.tenantId, t.licensePlate, t.id).where(sql`deleted_at is null`),
    index('vehicles_search').using('gin', t.tenantId, t.searchText.op('gin_trgm_ops')),
  ],
);

/** Every mileage that was read, append-only. */
export const vehicleReadings = pgTable(
  'vehicle_readings',
  {
    tenantId: tenantId(),
    id: rowId(),
    vehicleId: uuid('vehicle_id').notNull(),
    value: integer('value').notNull(),
    source: words<ReadingSource>('source').notNull(),
    reason: text('reason'),
    readAt: moment('read_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'vehicle_readings_vehicle_fk',
      columns: [t.tenantId, t.vehicleId],
      foreignColumns: [vehicles.tenantId, vehicles.id],
    }),
    index('vehicle_readings_vehicle').on(t.tenantId, t.vehicleId, t.readAt),
    oneOf('vehicle_readings_source', t.source, READING_SOURCES),
  ],
);

export const serviceRecords = pgTable(
  'service_records',
  {
    tenantId: tenantId(),
    id: rowId(),
    vehicleId: uuid('vehicle_id').notNull(),
    date: date('date', { mode: 'string' }).notNull(),
    mileage: integer('mileage').notNull(),
    description: text('description').notNull(),
    costMinor: minor('cost_minor'),
    parts: jsonb('parts').$type<ServicePart[]>().notNull().default([]),
    laborHours: numeric('labor_hours', { precision: 6, scale: 2, mode: 'number' }),
    invoiceId: uuid('invoice_id'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: deletedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'service_records_vehicle_fk',
      columns: [t.tenantId, t.vehicleId],
      foreignColumns: [vehicles.tenantId, vehicles.id],
    }),
    index('service_records_vehicle')
      .on(t.tenantId, t.vehicleId, t.date, t.createdAt)
      .where(sql`deleted_at is null`),
  ],
);
