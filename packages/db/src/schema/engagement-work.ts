import type { FieldChange } from '@officina/contracts/edits';
import {
  CHANGE_IMPACTS,
  CHANGE_SEVERITIES,
  CHANGE_STATUSES,
  type ChangeImpact,
  type ChangeSeverity,
  type ChangeStatus,
  DELIVERABLE_STATUSES,
  type DeliverableStatus,
  EDIT_KINDS,
  EDIT_STATUSES,
  EDITED_ENTITIES,
  type EditedEntity,
  type EditKind,
  type EditStatus,
  ENGAGEMENT_DOCUMENT_CATEGORIES,
  type EngagementDocumentCategory,
  MILESTONE_STATUSES,
  type MilestoneStatus,
  SCOPE_STATUSES,
  type ScopeStatus,
} from '@officina/contracts/portal';
import {
  bigint,
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
import { documents } from './documents.ts';
import { engagements, inquiries, organizations } from './engagements.ts';
import { members, tenants } from './tenancy.ts';

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
    diff: jsonb('diff').$type<FieldChange[]>().notNull(),
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
