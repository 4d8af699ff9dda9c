import {
  type EnrollmentDocumentType,
  PARTNER_STATUSES,
  type PartnerStatus,
} from '@officina/contracts/training';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, minor, moment, oneOf, rowId, tenantId, updatedAt, version, words } from './columns.ts';
import { members, tenants } from './tenancy.ts';

/** What the academy sells: the price of a place, what is due at once, and the rules of the training. */
export const programs = pgTable(
  'programs',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    priceMinor: minor('price_minor').notNull().default(498_000),
    setupFeeMinor: minor('setup_fee_minor').notNull().default(174_300),
    currency: text('currency').notNull().default('USD'),
    totalHours: integer('total_hours').notNull().default(2000),
    hoursMin: integer('hours_min').notNull().default(20),
    hoursMax: integer('hours_max').notNull().default(50),
    /** ISO weekday and hour at which weekly payments are taken, in programme time. */
    billingWeekday: integer('billing_weekday').notNull().default(5),
    billingHour: integer('billing_hour').notNull().default(10),
    minAge: integer('min_age').notNull().default(16),
    /** Document types without which nobody is activated. */
    requiredDocuments: text('required_documents')
      .array()
      .$type<EnrollmentDocumentType[]>()
      .notNull()
      .default(['government_id']),
    timeclock: boolean('timeclock').notNull().default(true),
    /** IANA zone of the programme's days; null means the tenant's. */
    timeZone: text('time_zone'),
    active: boolean('active').notNull().default(true),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('programs_slug_unique').on(t.tenantId, t.slug),
    check('programs_price', sql`setup_fee_minor > 0 and price_minor > setup_fee_minor`),
    check('programs_hours', sql`total_hours > 0 and hours_min between 1 and hours_max and hours_max <= 168`),
    check('programs_billing', sql`billing_weekday between 1 and 7 and billing_hour between 0 and 23`),
  ],
);

/** A firm whose shops take apprentices in. */
export const partners = pgTable(
  'partners',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    name: text('name').notNull(),
    status: words<PartnerStatus>('status').notNull().default('pending'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('partners_name').on(t.tenantId, t.name, t.id),
    oneOf('partners_state', t.status, PARTNER_STATUSES),
  ],
);

export const shops = pgTable(
  'shops',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    partnerId: uuid('partner_id').notNull(),
    name: text('name').notNull(),
    address: text('address').notNull().default(''),
    /** The host who runs it. */
    ownerUserId: uuid('owner_user_id'),
    isApproved: boolean('is_approved').notNull().default(false),
    /** How long a check-in code lives. */
    codeTtlMinutes: integer('code_ttl_minutes').notNull().default(1440),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'shops_partner_fk',
      columns: [t.tenantId, t.partnerId],
      foreignColumns: [partners.tenantId, partners.id],
    }),
    foreignKey({
      name: 'shops_owner_fk',
      columns: [t.tenantId, t.ownerUserId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    index('shops_name').on(t.tenantId, t.name, t.id),
    index('shops_partner').on(t.tenantId, t.partnerId),
    index('shops_owner').on(t.tenantId, t.ownerUserId).where(sql`owner_user_id is not null`),
    check('shops_code_ttl', sql`code_ttl_minutes between 5 and 1440`),
  ],
);

/** Where hours may be worked: a circle around a point. */
export const sites = pgTable(
  'sites',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    shopId: uuid('shop_id').notNull(),
    name: text('name').notNull(),
    /** Degrees, WGS 84. */
    latitude: doublePrecision('latitude').notNull(),
    longitude: doublePrecision('longitude').notNull(),
    radiusM: integer('radius_m').notNull().default(100),
    isActive: boolean('is_active').notNull().default(true),
    /** The one that counts where a shop is named without a site. */
    isDefault: boolean('is_default').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'sites_shop_fk',
      columns: [t.tenantId, t.shopId],
      foreignColumns: [shops.tenantId, shops.id],
    }),
    index('sites_shop').on(t.tenantId, t.shopId, t.name),
    uniqueIndex('sites_default_unique').on(t.tenantId, t.shopId).where(sql`is_default`),
    check('sites_place', sql`latitude between -90 and 90 and longitude between -180 and 180`),
    check('sites_radius', sql`radius_m between 20 and 1000`),
  ],
);

/** Codes with which apprentices check in at a shop. One is current; what it replaced stays on record. */
export const checkinCodes = pgTable(
  'checkin_codes',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    shopId: uuid('shop_id').notNull(),
    code: text('code').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** Null for the job's. */
    createdBy: uuid('created_by'),
    replacedAt: moment('replaced_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'checkin_codes_shop_fk',
      columns: [t.tenantId, t.shopId],
      foreignColumns: [shops.tenantId, shops.id],
    }),
    uniqueIndex('checkin_codes_current').on(t.tenantId, t.shopId).where(sql`replaced_at is null`),
    uniqueIndex('checkin_codes_unique').on(t.tenantId, t.code).where(sql`replaced_at is null`),
    index('checkin_codes_expiry').on(t.tenantId, t.expiresAt).where(sql`replaced_at is null`),
  ],
);
