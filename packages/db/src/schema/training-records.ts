import {
  ALERT_SEVERITIES,
  type AlertSeverity,
  CASE_STATUSES,
  CASE_TYPES,
  type CaseStatus,
  type CaseType,
  ENROLLMENT_DOCUMENT_STATUSES,
  ENROLLMENT_DOCUMENT_TYPES,
  type EnrollmentDocumentStatus,
  type EnrollmentDocumentType,
  LICENSE_STATUSES,
  type LicenseStatus,
  OVERRIDABLE_ACTIONS,
  type OverridableAction,
  VERIFICATION_STATUSES,
  type VerificationStatus,
} from '@officina/contracts/training';
import { sql } from 'drizzle-orm';
import { foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, moment, oneOf, rowId, tenantId, words } from './columns.ts';
import { documents } from './documents.ts';
import { members, tenants } from './tenancy.ts';
import { enrollments } from './training.ts';

/** What a file of a learner is, and what staff say of it. */
export const enrollmentDocuments = pgTable(
  'enrollment_documents',
  {
    tenantId: tenantId().references(() => tenants.id),
    documentId: uuid('document_id').notNull(),
    userId: uuid('user_id').notNull(),
    enrollmentId: uuid('enrollment_id').notNull(),
    documentType: words<EnrollmentDocumentType>('document_type').notNull(),
    status: words<EnrollmentDocumentStatus>('status').notNull().default('pending_review'),
    reviewedBy: uuid('reviewed_by'),
    reviewedAt: moment('reviewed_at'),
    rejectionReason: text('rejection_reason'),
    /** `<user>/<enrolment>/<type>-<epoch ms>.<ext>`: its name to programs outside. */
    path: text('path').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.documentId] }),
    foreignKey({
      name: 'enrollment_documents_document_fk',
      columns: [t.tenantId, t.documentId],
      foreignColumns: [documents.tenantId, documents.id],
    }),
    foreignKey({
      name: 'enrollment_documents_enrollment_fk',
      columns: [t.tenantId, t.enrollmentId],
      foreignColumns: [enrollments.tenantId, enrollments.id],
    }),
    uniqueIndex('enrollment_documents_path').on(t.tenantId, t.path),
    index('enrollment_documents_enrollment').on(t.tenantId, t.enrollmentId, t.createdAt),
    oneOf('enrollment_documents_type', t.documentType, ENROLLMENT_DOCUMENT_TYPES),
    oneOf('enrollment_documents_state', t.status, ENROLLMENT_DOCUMENT_STATUSES),
  ],
);

/** Staff let a learner do something for a while although money is missing. */
export const enrollmentOverrides = pgTable(
  'enrollment_overrides',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    userId: uuid('user_id').notNull(),
    action: words<OverridableAction>('action').notNull(),
    expiresAt: moment('expires_at').notNull(),
    reason: text('reason').notNull(),
    createdBy: uuid('created_by').notNull(),
    revokedAt: moment('revoked_at'),
    revokedBy: uuid('revoked_by'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'enrollment_overrides_user_fk',
      columns: [t.tenantId, t.userId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    index('enrollment_overrides_live').on(t.tenantId, t.userId, t.action, t.expiresAt),
    oneOf('enrollment_overrides_action', t.action, OVERRIDABLE_ACTIONS),
  ],
);

/** Money that somebody has to look into. */
export const enrollmentCases = pgTable(
  'enrollment_cases',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    enrollmentId: uuid('enrollment_id'),
    userId: uuid('user_id'),
    type: words<CaseType>('type').notNull(),
    status: words<CaseStatus>('status').notNull().default('open'),
    /** The charge, dispute or session that it is about. */
    stripeObjectId: text('stripe_object_id').notNull(),
    openedAt: moment('opened_at').notNull(),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    closedAt: moment('closed_at'),
    closedBy: uuid('closed_by'),
    resolution: text('resolution'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'enrollment_cases_enrollment_fk',
      columns: [t.tenantId, t.enrollmentId],
      foreignColumns: [enrollments.tenantId, enrollments.id],
    }),
    uniqueIndex('enrollment_cases_open').on(t.tenantId, t.type, t.stripeObjectId).where(sql`status = 'open'`),
    index('enrollment_cases_enrollment').on(t.tenantId, t.enrollmentId, t.openedAt),
    oneOf('enrollment_cases_type', t.type, CASE_TYPES),
    oneOf('enrollment_cases_state', t.status, CASE_STATUSES),
  ],
);

/** What staff should know of; of one kind and subject one at a time. */
export const trainingAlerts = pgTable(
  'training_alerts',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    kind: text('kind').notNull(),
    severity: words<AlertSeverity>('severity').notNull(),
    /** What it is about: an id of ours or of the payment provider. */
    subject: text('subject').notNull(),
    enrollmentId: uuid('enrollment_id'),
    entryId: uuid('entry_id'),
    siteId: uuid('site_id'),
    message: text('message').notNull(),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    resolvedAt: moment('resolved_at'),
    resolvedBy: uuid('resolved_by'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'training_alerts_enrollment_fk',
      columns: [t.tenantId, t.enrollmentId],
      foreignColumns: [enrollments.tenantId, enrollments.id],
    }),
    uniqueIndex('training_alerts_open').on(t.tenantId, t.kind, t.subject).where(sql`resolved_at is null`),
    index('training_alerts_recent').on(t.tenantId, t.createdAt, t.id),
    index('training_alerts_enrollment').on(t.tenantId, t.enrollmentId, t.createdAt),
    oneOf('training_alerts_severity', t.severity, ALERT_SEVERITIES),
  ],
);

/** Mails that remind a learner: one per step, ever. */
export const enrollmentReminders = pgTable(
  'enrollment_reminders',
  {
    tenantId: tenantId().references(() => tenants.id),
    enrollmentId: uuid('enrollment_id').notNull(),
    /** e.g. `orientation_day_2`; what recurs carries the day on which it began. */
    step: text('step').notNull(),
    sentAt: moment('sent_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.enrollmentId, t.step] }),
    foreignKey({
      name: 'enrollment_reminders_enrollment_fk',
      columns: [t.tenantId, t.enrollmentId],
      foreignColumns: [enrollments.tenantId, enrollments.id],
    }),
  ],
);

/** A person who shows the payment provider who they are. At most one try of a person is under way. */
export const identityVerifications = pgTable(
  'identity_verifications',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    userId: uuid('user_id').notNull(),
    /** Null until the provider has answered. */
    stripeSessionId: text('stripe_session_id'),
    status: words<VerificationStatus>('status').notNull().default('pending'),
    verifiedAt: moment('verified_at'),
    note: text('note'),
    url: text('url'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'identity_verifications_user_fk',
      columns: [t.tenantId, t.userId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    // An event names a session, not a tenant.
    uniqueIndex('identity_verifications_session').on(t.stripeSessionId),
    uniqueIndex('identity_verifications_pending').on(t.tenantId, t.userId).where(sql`status = 'pending'`),
    index('identity_verifications_user').on(t.tenantId, t.userId, t.createdAt),
    oneOf('identity_verifications_state', t.status, VERIFICATION_STATUSES),
  ],
);

/** The right of a programme holder to run the academy's programmes. */
export const licenses = pgTable(
  'licenses',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    ownerUserId: uuid('owner_user_id').notNull(),
    name: text('name').notNull(),
    tier: text('tier').notNull(),
    status: words<LicenseStatus>('status').notNull().default('trial'),
    stripeCustomerId: text('stripe_customer_id'),
    expiresAt: moment('expires_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'licenses_owner_fk',
      columns: [t.tenantId, t.ownerUserId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    index('licenses_owner').on(t.tenantId, t.ownerUserId, t.createdAt),
    oneOf('licenses_state', t.status, LICENSE_STATUSES),
  ],
);
