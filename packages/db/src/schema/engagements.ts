import {
  CHANGE_IMPACTS,
  CHANGE_SEVERITIES,
  CHANGE_STATUSES,
  type ChangeImpact,
  type ChangeSeverity,
  type ChangeStatus,
  DELIVERABLE_STATUSES,
  DELIVERY_MODES,
  type DeliverableStatus,
  type DeliveryMode,
  EDIT_KINDS,
  EDIT_STATUSES,
  EDITED_ENTITIES,
  type EditedEntity,
  type EditKind,
  type EditStatus,
  ENGAGEMENT_DOCUMENT_CATEGORIES,
  ENGAGEMENT_STAGES,
  ENGAGEMENT_STATUSES,
  type EngagementDocumentCategory,
  type EngagementStage,
  type EngagementStatus,
  INQUIRY_KINDS,
  INQUIRY_STATUSES,
  type InquiryKind,
  type InquiryStatus,
  MILESTONE_STATUSES,
  type MilestoneStatus,
  ORG_STANDINGS,
  type OrgStanding,
  PURCHASE_TYPES,
  type PurchaseType,
  SCOPE_STATUSES,
  type ScopeStatus,
} from '@officina/contracts/portal';
import { sql } from 'drizzle-orm';
import {
  bigint,
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
import { documents } from './documents.ts';
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

/** Somebody asked for something: a scope of the consultancy, a programme of the academy. */
export const inquiries = pgTable(
  'inquiries',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    kind: words<InquiryKind>('kind').notNull().default('consulting'),
    orgId: uuid('org_id'),
    organization: text('organization').notNull(),
    contactName: text('contact_name'),
    contactEmail: text('contact_email').notNull(),
    /** SHA-256 of the lower-case address, hex. */
    emailHash: text('email_hash').notNull(),
    role: text('role'),
    serviceSlug: text('service_slug').notNull(),
    timeframe: text('timeframe').notNull(),
    note: text('note'),
    mode: words<DeliveryMode>('mode'),
    status: words<InquiryStatus>('status').notNull().default('new'),
    consent: boolean('consent').notNull(),
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

/** A priced offer of what will be done; the client approves or rejects it. */
export const scopeProposals = pgTable(
  'scope_proposals',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    orgId: uuid('org_id').notNull(),
    inquiryId: uuid('inquiry_id'),
    engagementId: uuid('engagement_id'),
    title: text('title').notNull(),
    fixedPriceMinor: bigint('fixed_price_minor', { mode: 'number' }).notNull(),
    scopeSummary: text('scope_summary').notNull(),
    deliverables: text('deliverables').array().notNull(),
    status: words<ScopeStatus>('status').notNull().default('draft'),
    clientNote: text('client_note'),
    createdBy: uuid('created_by'),
    sentAt: moment('sent_at'),
    approvedAt: moment('approved_at'),
    rejectedAt: moment('rejected_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'scope_proposals_org_fk',
      columns: [t.tenantId, t.orgId],
      foreignColumns: [organizations.tenantId, organizations.contactId],
    }),
    foreignKey({
      name: 'scope_proposals_inquiry_fk',
      columns: [t.tenantId, t.inquiryId],
      foreignColumns: [inquiries.tenantId, inquiries.id],
    }),
    foreignKey({
      name: 'scope_proposals_engagement_fk',
      columns: [t.tenantId, t.engagementId],
      foreignColumns: [engagements.tenantId, engagements.id],
    }),
    index('scope_proposals_org').on(t.tenantId, t.orgId, t.createdAt, t.id),
    index('scope_proposals_created').on(t.tenantId, t.createdAt, t.id),
    index('scope_proposals_engagement').on(t.tenantId, t.engagementId),
    index('scope_proposals_inquiry').on(t.tenantId, t.inquiryId),
    oneOf('scope_proposals_state', t.status, SCOPE_STATUSES),
  ],
);

export const milestones = pgTable(
  'milestones',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    engagementId: uuid('engagement_id').notNull(),
    title: text('title').notNull(),
    dueDate: date('due_date'),
    status: words<MilestoneStatus>('status').notNull().default('planned'),
    position: integer('position').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'milestones_engagement_fk',
      columns: [t.tenantId, t.engagementId],
      foreignColumns: [engagements.tenantId, engagements.id],
    }),
    index('milestones_engagement').on(t.tenantId, t.engagementId, t.position, t.id),
    oneOf('milestones_state', t.status, MILESTONE_STATUSES),
  ],
);

export const deliverables = pgTable(
  'deliverables',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    engagementId: uuid('engagement_id').notNull(),
    title: text('title').notNull(),
    status: words<DeliverableStatus>('status').notNull().default('draft'),
    documentId: uuid('document_id'),
    approvedAt: moment('approved_at'),
    approvedBy: uuid('approved_by'),
    approvalNote: text('approval_note'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'deliverables_engagement_fk',
      columns: [t.tenantId, t.engagementId],
      foreignColumns: [engagements.tenantId, engagements.id],
    }),
    foreignKey({
      name: 'deliverables_document_fk',
      columns: [t.tenantId, t.documentId],
      foreignColumns: [documents.tenantId, documents.id],
    }),
    uniqueIndex('deliverables_document_unique').on(t.tenantId, t.documentId),
    index('deliverables_engagement').on(t.tenantId, t.engagementId, t.createdAt, t.id),
    oneOf('deliverables_state', t.status, DELIVERABLE_STATUSES),
  ],
);

export const changeRequests = pgTable(
  'change_requests',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    orgId: uuid('org_id').notNull(),
    engagementId: uuid('engagement_id').notNull(),
    createdBy: uuid('created_by').notNull(),
    assignedTo: uuid('assigned_to'),
    title: text('title').notNull(),
    description: text('description').notNull(),
    impact: words<ChangeImpact>('impact').notNull(),
    severity: words<ChangeSeverity>('severity').notNull(),
    status: words<ChangeStatus>('status').notNull().default('proposed'),
    requestedAt: moment('requested_at').notNull(),
    decidedAt: moment('decided_at'),
    implementedAt: moment('implemented_at'),
    decisionNote: text('decision_note'),
    costDeltaMinor: bigint('cost_delta_minor', { mode: 'number' }),
    scheduleDeltaDays: integer('schedule_delta_days'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'change_requests_org_fk',
      columns: [t.tenantId, t.orgId],
      foreignColumns: [organizations.tenantId, organizations.contactId],
    }),
    foreignKey({
      name: 'change_requests_engagement_fk',
      columns: [t.tenantId, t.engagementId],
      foreignColumns: [engagements.tenantId, engagements.id],
    }),
    foreignKey({
      name: 'change_requests_author_fk',
      columns: [t.tenantId, t.createdBy],
      foreignColumns: [members.tenantId, members.userId],
    }),
    foreignKey({
      name: 'change_requests_assignee_fk',
      columns: [t.tenantId, t.assignedTo],
      foreignColumns: [members.tenantId, members.userId],
    }),
    index('change_requests_created').on(t.tenantId, t.createdAt, t.id),
    index('change_requests_org').on(t.tenantId, t.orgId, t.createdAt, t.id),
    index('change_requests_engagement').on(t.tenantId, t.engagementId, t.createdAt, t.id),
    oneOf('change_requests_impact', t.impact, CHANGE_IMPACTS),
    oneOf('change_requests_severity', t.severity, CHANGE_SEVERITIES),
    oneOf('change_requests_state', t.status, CHANGE_STATUSES),
  ],
);

/** One field of a controlled edit: what stood there when it was submitted, and what is to stand there. */
export interface FieldDiff {
  field: string;
  from: unknown;
  to: unknown;
}

/** A change of fields that was made at once, waits for an approved change request, or was refused. */
export const editEvents = pgTable(
  'edit_events',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    orgId: uuid('org_id').notNull(),
    engagementId: uuid('engagement_id'),
    entityType: words<EditedEntity>('entity_type').notNull(),
    entityId: uuid('entity_id').notNull(),
    createdBy: uuid('created_by').notNull(),
    kind: words<EditKind>('kind').notNull(),
    status: words<EditStatus>('status').notNull(),
    reason: text('reason').notNull(),
    diff: jsonb('diff').$type<FieldDiff[]>().notNull(),
    linkedChangeRequestId: uuid('linked_change_request_id'),
    resolvedBy: uuid('resolved_by'),
    resolvedAt: moment('resolved_at'),
    rejectionNote: text('rejection_note'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'edit_events_org_fk',
      columns: [t.tenantId, t.orgId],
      foreignColumns: [organizations.tenantId, organizations.contactId],
    }),
    foreignKey({
      name: 'edit_events_engagement_fk',
      columns: [t.tenantId, t.engagementId],
      foreignColumns: [engagements.tenantId, engagements.id],
    }),
    foreignKey({
      name: 'edit_events_change_fk',
      columns: [t.tenantId, t.linkedChangeRequestId],
      foreignColumns: [changeRequests.tenantId, changeRequests.id],
    }),
    index('edit_events_created').on(t.tenantId, t.createdAt, t.id),
    index('edit_events_org').on(t.tenantId, t.orgId, t.createdAt, t.id),
    index('edit_events_engagement').on(t.tenantId, t.engagementId, t.createdAt, t.id),
    index('edit_events_entity').on(t.tenantId, t.entityId),
    index('edit_events_change').on(t.tenantId, t.linkedChangeRequestId),
    oneOf('edit_events_entity_type', t.entityType, EDITED_ENTITIES),
    oneOf('edit_events_kind', t.kind, EDIT_KINDS),
    oneOf('edit_events_state', t.status, EDIT_STATUSES),
  ],
);

/** What a document is in an engagement or an inquiry. */
export const engagementDocuments = pgTable(
  'engagement_documents',
  {
    tenantId: tenantId().references(() => tenants.id),
    documentId: uuid('document_id').notNull(),
    orgId: uuid('org_id').notNull(),
    engagementId: uuid('engagement_id'),
    inquiryId: uuid('inquiry_id'),
    category: words<EngagementDocumentCategory>('category').notNull(),
    label: text('label'),
    description: text('description'),
    archivedAt: moment('archived_at'),
    archivedBy: uuid('archived_by'),
    archiveReason: text('archive_reason'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.documentId] }),
    foreignKey({
      name: 'engagement_documents_document_fk',
      columns: [t.tenantId, t.documentId],
      foreignColumns: [documents.tenantId, documents.id],
    }),
    foreignKey({
      name: 'engagement_documents_org_fk',
      columns: [t.tenantId, t.orgId],
      foreignColumns: [organizations.tenantId, organizations.contactId],
    }),
    foreignKey({
      name: 'engagement_documents_engagement_fk',
      columns: [t.tenantId, t.engagementId],
      foreignColumns: [engagements.tenantId, engagements.id],
    }),
    foreignKey({
      name: 'engagement_documents_inquiry_fk',
      columns: [t.tenantId, t.inquiryId],
      foreignColumns: [inquiries.tenantId, inquiries.id],
    }),
    index('engagement_documents_org').on(t.tenantId, t.orgId, t.createdAt, t.documentId),
    index('engagement_documents_engagement').on(t.tenantId, t.engagementId, t.createdAt),
    index('engagement_documents_inquiry').on(t.tenantId, t.inquiryId),
    oneOf('engagement_documents_category', t.category, ENGAGEMENT_DOCUMENT_CATEGORIES),
  ],
);
