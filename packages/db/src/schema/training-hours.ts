import {
  type ClockAction,
  ENTRY_SOURCES,
  ENTRY_STATUSES,
  type EntrySource,
  type EntryStatus,
  type Position,
} from '@officina/contracts/training';
import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, moment, oneOf, rowId, tenantId, words } from './columns.ts';
import { tenants } from './tenancy.ts';
import { apprentices } from './training.ts';
import { partners, programs, shops, sites } from './training-places.ts';
import { enrollmentOverrides } from './training-records.ts';

const hours = (name: string) => numeric(name, { precision: 6, scale: 2, mode: 'number' });

/** Hours worked, however they were recorded. At most one entry of an apprentice is open. */
export const progressEntries = pgTable(
  'progress_entries',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    apprenticeId: uuid('apprentice_id').notNull(),
    programId: uuid('program_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    shopId: uuid('shop_id').notNull(),
    siteId: uuid('site_id'),
    source: words<EntrySource>('source').notNull(),
    /** The day of the clock-in in programme time, and the Saturday on or after it. */
    workDate: date('work_date').notNull(),
    weekEnding: date('week_ending').notNull(),
    clockInAt: moment('clock_in_at').notNull(),
    clockOutAt: moment('clock_out_at'),
    lunchStartAt: moment('lunch_start_at'),
    lunchEndAt: moment('lunch_end_at'),
    /** Where each event took place; for staff and the apprentice alone. */
    positions: jsonb('positions').$type<Partial<Record<ClockAction, Position>>>().notNull().default({}),
    /** Null while it is open. */
    hoursWorked: hours('hours_worked'),
    /** What of it counts within the week's cap. */
    creditedHours: hours('credited_hours'),
    status: words<EntryStatus>('status').notNull().default('submitted'),
    flags: text('flags').array().notNull().default(sql`'{}'`),
    verifiedBy: uuid('verified_by'),
    verifiedAt: moment('verified_at'),
    disputeNote: text('dispute_note'),
    /** The override that let it begin. */
    overrideId: uuid('override_id'),
    /** Since when the device has been reporting from outside the site. */
    outsideSince: moment('outside_since'),
    autoClosedReason: text('auto_closed_reason'),
    /** Actions recorded without network: the device's id of each → what it was answered. */
    clientEvents: jsonb('client_events').$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'progress_entries_apprentice_fk',
      columns: [t.tenantId, t.apprenticeId],
      foreignColumns: [apprentices.tenantId, apprentices.id],
    }),
    foreignKey({
      name: 'progress_entries_program_fk',
      columns: [t.tenantId, t.programId],
      foreignColumns: [programs.tenantId, programs.id],
    }),
    foreignKey({
      name: 'progress_entries_partner_fk',
      columns: [t.tenantId, t.partnerId],
      foreignColumns: [partners.tenantId, partners.id],
    }),
    foreignKey({
      name: 'progress_entries_shop_fk',
      columns: [t.tenantId, t.shopId],
      foreignColumns: [shops.tenantId, shops.id],
    }),
    foreignKey({
      name: 'progress_entries_site_fk',
      columns: [t.tenantId, t.siteId],
      foreignColumns: [sites.tenantId, sites.id],
    }),
    foreignKey({
      name: 'progress_entries_override_fk',
      columns: [t.tenantId, t.overrideId],
      foreignColumns: [enrollmentOverrides.tenantId, enrollmentOverrides.id],
    }),
    uniqueIndex('progress_entries_open').on(t.tenantId, t.apprenticeId).where(sql`clock_out_at is null`),
    index('progress_entries_apprentice').on(t.tenantId, t.apprenticeId, t.clockInAt),
    index('progress_entries_shop').on(t.tenantId, t.shopId, t.clockInAt),
    index('progress_entries_waiting')
      .on(t.tenantId, t.shopId, t.clockInAt)
      .where(sql`status = 'submitted' and clock_out_at is not null`),
    oneOf('progress_entries_source', t.source, ENTRY_SOURCES),
    oneOf('progress_entries_status', t.status, ENTRY_STATUSES),
    check('progress_entries_span', sql`clock_out_at >= clock_in_at`),
    check('progress_entries_hours', sql`(clock_out_at is null) = (hours_worked is null)`),
  ],
);
