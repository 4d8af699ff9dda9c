import {
  DELIVERY_MODES,
  type DeliveryMode,
  ENGAGEMENT_STAGES,
  ENGAGEMENT_STATUSES,
  type EngagementStage,
  type EngagementStatus,
  INQUIRY_KINDS,
  INQUIRY_STATUSES,
  type InquiryKind,
  type InquiryStatus,
  ORG_STANDINGS,
  type OrgStanding,
  PURCHASE_TYPES,
  type PurchaseType,
} from '@officina/contracts/portal';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, moment, oneOf, rowId, tenantId, updatedAt, version, words } from './columns.ts';
import { contacts } from './contacts.ts';
import { members, tenants } from './tenancy.ts';

/** What the consultancy knows of a contact that is a client organisation. */
export const organizations = pgTable(
  'organizations',
  {
    tenantId: tenantId().references(() => tenants.id),
    contactId: uuid('contact_id').notNull(),
    standing: words<OrgStanding>('standing').notNull().default('prospect'),
    /** The lower-case name: by which names are compared. */
    nameKey: text('name_key').notNull(),
    domain: text('domain'),
    /** When somebody vouched that the domain is theirs; until then it decides nothing. */
    domainVerifiedAt: moment('domain_verified_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId] }),
    foreignKey({
      name: 'organizations_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    uniqueIndex('organizations_name_unique').on(t.tenantId, t.nameKey),
    uniqueIndex('organizations_domain_unique')
      .on(t.tenantId, t.domain)
      .where(sql`domain_verified_at is not null`),
    oneOf('organizations_standing', t.standing, ORG_STANDINGS),
  ],
);

/** What the consultancy sells. `content` holds the texts and facts that its pages print. */
export const services = pgTable(
  'services',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    code: text('code').notNull(),
    slug: text('slug').notNull(),
    position: integer('position').notNull(),
    purchaseType: words<PurchaseType>('purchase_type').notNull(),
    depositMinor: integer('deposit_minor'),
    currency: text('currency').notNull().default('EUR'),
    content: jsonb('content').$type<Record<string, unknown>>().notNull(),
    retiredAt: moment('retired_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('services_code_unique').on(t.tenantId, t.code),
    uniqueIndex('services_slug_unique').on(t.tenantId, t.slug),
    index('services_position').on(t.tenantId, t.position, t.id),
    oneOf('services_purchase', t.purchaseType, PURCHASE_TYPES),
    check('services_deposit', sql`(${t.purchaseType} = 'deposit') = (${t.depositMinor} is not null)`),
  ],
);

/**
 * Somebody asked for something: a scope of the consultancy, a programme of the academy. The latter's says who asks,
 * names the programme in `serviceSlug`, in whatever words, and knows no organisation and no timeframe.
 */
export const inquiries = pgTable(
  'inquiries',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    kind: words<InquiryKind>('kind').notNull().default('consulting'),
    orgId: uuid('org_id'),
    organization: text('organization').notNull().default(''),
    contactName: text('contact_name'),
    contactEmail: text('contact_email').notNull(),
    phone: text('phone'),
    /** SHA-256 of the lower-case address, hex. */
    emailHash: text('email_hash').notNull(),
    role: text('role'),
    serviceSlug: text('service_slug').notNull(),
    timeframe: text('timeframe').notNull().default(''),
    note: text('note'),
    mode: words<DeliveryMode>('mode'),
    status: words<InquiryStatus>('status').notNull().default('new'),
    consent: boolean('consent').notNull().default(false),
    contactId: uuid('contact_id'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'inquiries_org_fk',
      columns: [t.tenantId, t.orgId],
      foreignColumns: [organizations.tenantId, organizations.contactId],
    }),
    foreignKey({
      name: 'inquiries_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    index('inquiries_created').on(t.tenantId, t.createdAt, t.id),
    index('inquiries_status').on(t.tenantId, t.status, t.createdAt, t.id),
    index('inquiries_email').on(t.tenantId, t.emailHash, t.createdAt),
    oneOf('inquiries_kind', t.kind, INQUIRY_KINDS),
    oneOf('inquiries_state', t.status, INQUIRY_STATUSES),
    oneOf('inquiries_mode', t.mode, DELIVERY_MODES),
  ],
);

/** Work agreed with a client organisation. */
export const engagements = pgTable(
  'engagements',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    orgId: uuid('org_id').notNull(),
    title: text('title').notNull(),
    serviceSlug: text('service_slug'),
    stage: words<EngagementStage>('stage').notNull().default('triage'),
    status: words<EngagementStatus>('status').notNull().default('on_track'),
    startDate: date('start_date'),
    targetDate: date('target_date'),
    procurementRef: text('procurement_ref'),
    purchaseOrderRef: text('purchase_order_ref'),
    costCenter: text('cost_center'),
    ownerId: uuid('owner_id'),
    inquiryId: uuid('inquiry_id'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'engagements_org_fk',
      columns: [t.tenantId, t.orgId],
      foreignColumns: [organizations.tenantId, organizations.contactId],
    }),
    foreignKey({
      name: 'engagements_owner_fk',
      columns: [t.tenantId, t.ownerId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    foreignKey({
      name: 'engagements_inquiry_fk',
      columns: [t.tenantId, t.inquiryId],
      foreignColumns: [inquiries.tenantId, inquiries.id],
    }),
    uniqueIndex('engagements_inquiry_unique').on(t.tenantId, t.inquiryId),
    index('engagements_org').on(t.tenantId, t.orgId, t.createdAt, t.id),
    index('engagements_created').on(t.tenantId, t.createdAt, t.id),
    oneOf('engagements_stage', t.stage, ENGAGEMENT_STAGES),
    oneOf('engagements_state', t.status, ENGAGEMENT_STATUSES),
  ],
);
