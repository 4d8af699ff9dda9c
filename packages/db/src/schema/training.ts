import {
  APPLICATION_STATUSES,
  APPRENTICE_STATUSES,
  type ApplicationStatus,
  type ApprenticeStatus,
  ENROLLMENT_SOURCES,
  type EnrollmentSource,
  type EnrollmentState,
  HOLD_REASONS,
  type HoldReason,
  type LearnerAddress,
  PROGRESS_STATES,
  type ProgressState,
} from '@officina/contracts/training';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
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
import { createdAt, minor, moment, oneOf, rowId, tenantId, updatedAt, words } from './columns.ts';
import { contacts } from './contacts.ts';
import { orders } from './payments.ts';
import { members, tenants } from './tenancy.ts';
import { programs, shops } from './training-places.ts';

/** What the academy knows of a contact that is a member who learns, or wants to. */
export const learners = pgTable(
  'learners',
  {
    tenantId: tenantId().references(() => tenants.id),
    contactId: uuid('contact_id').notNull(),
    userId: uuid('user_id').notNull(),
    /** Null, like address and phone, for who came without an application. */
    dateOfBirth: date('date_of_birth'),
    address: jsonb('address').$type<LearnerAddress>(),
    phone: text('phone'),
    stripeCustomerId: text('stripe_customer_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.contactId] }),
    foreignKey({
      name: 'learners_contact_fk',
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }),
    foreignKey({
      name: 'learners_user_fk',
      columns: [t.tenantId, t.userId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    uniqueIndex('learners_user_unique').on(t.tenantId, t.userId),
    // An event names a customer, not a tenant.
    uniqueIndex('learners_stripe_customer').on(t.stripeCustomerId),
  ],
);

export const applications = pgTable(
  'applications',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    userId: uuid('user_id').notNull(),
    programId: uuid('program_id').notNull(),
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    /** Lower-case. */
    email: text('email').notNull(),
    phone: text('phone').notNull(),
    phoneDigits: text('phone_digits').notNull(),
    dateOfBirth: date('date_of_birth').notNull(),
    address: jsonb('address').$type<LearnerAddress>().notNull(),
    educationLevel: text('education_level').notNull(),
    employmentStatus: text('employment_status').notNull(),
    hasTransportation: boolean('has_transportation').notNull(),
    felonyDisclosure: boolean('felony_disclosure').notNull(),
    /** The typed name; where it differs from the applicant's, staff see both. */
    signature: text('signature').notNull(),
    signedAt: moment('signed_at').notNull(),
    ip: text('ip'),
    status: words<ApplicationStatus>('status').notNull().default('submitted'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'applications_user_fk',
      columns: [t.tenantId, t.userId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    foreignKey({
      name: 'applications_program_fk',
      columns: [t.tenantId, t.programId],
      foreignColumns: [programs.tenantId, programs.id],
    }),
    uniqueIndex('applications_live_unique')
      .on(t.tenantId, t.email, t.programId)
      .where(sql`status in ('submitted', 'payment_pending', 'paid')`),
    index('applications_user').on(t.tenantId, t.userId, t.createdAt),
    index('applications_recent').on(t.tenantId, t.createdAt, t.id),
    index('applications_status').on(t.tenantId, t.status, t.createdAt, t.id),
    oneOf('applications_state', t.status, APPLICATION_STATUSES),
  ],
);

/**
 * A learner's place in a programme. What is stored are facts: how far they came, since when money is missing, why it is
 * held, whether they are suspended. The state is computed from them; `changeEnrollment` alone writes them.
 */
export const enrollments = pgTable(
  'enrollments',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    userId: uuid('user_id').notNull(),
    programId: uuid('program_id').notNull(),
    applicationId: uuid('application_id'),
    source: words<EnrollmentSource>('source').notNull().default('checkout'),
    progressState: words<ProgressState>('progress_state').notNull().default('enrolled_pending_orientation'),
    /** Of its earliest failed invoice that is still not paid. */
    pastDueSince: moment('past_due_since'),
    holdReason: words<HoldReason>('hold_reason'),
    holdAt: moment('hold_at'),
    suspendedAt: moment('suspended_at'),
    suspensionReason: text('suspension_reason'),
    enrollmentState: words<EnrollmentState>('enrollment_state')
      .notNull()
      .generatedAlwaysAs(
        sql`case when progress_state = 'completed' then 'completed'
          when suspended_at is not null then 'suspended'
          when hold_reason is not null then 'payment_hold'
          when past_due_since is not null and progress_state in ('active_enrolled', 'active_in_good_standing')
            then 'payment_hold'
          else progress_state end`,
      ),
    stateChangedAt: moment('state_changed_at').notNull(),
    enrolledAt: moment('enrolled_at').notNull(),
    orientationCompletedAt: moment('orientation_completed_at'),
    documentsSubmittedAt: moment('documents_submitted_at'),
    /** A Monday, in programme time. */
    programStartDate: date('program_start_date'),
    completedAt: moment('completed_at'),
    courseworkComplete: boolean('coursework_complete').notNull().default(false),
    orderId: uuid('order_id'),
    stripeCustomerId: text('stripe_customer_id'),
    stripeSubscriptionId: text('stripe_subscription_id'),
    stripeScheduleId: text('stripe_schedule_id'),
    /** As the provider last told it. */
    subscriptionStatus: text('subscription_status'),
    /** The plan as it was bought: weeks, the amount of each, and of the last one. */
    hoursPerWeek: integer('hours_per_week').notNull(),
    weeksTotal: integer('weeks_total').notNull(),
    weeklyMinor: minor('weekly_minor').notNull(),
    lastMinor: minor('last_minor').notNull(),
    /** Hours of earlier training that staff have verified. */
    transferredHoursVerified: integer('transferred_hours_verified').notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'enrollments_user_fk',
      columns: [t.tenantId, t.userId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    foreignKey({
      name: 'enrollments_program_fk',
      columns: [t.tenantId, t.programId],
      foreignColumns: [programs.tenantId, programs.id],
    }),
    foreignKey({
      name: 'enrollments_application_fk',
      columns: [t.tenantId, t.applicationId],
      foreignColumns: [applications.tenantId, applications.id],
    }),
    foreignKey({
      name: 'enrollments_order_fk',
      columns: [t.tenantId, t.orderId],
      foreignColumns: [orders.tenantId, orders.id],
    }),
    uniqueIndex('enrollments_user_unique').on(t.tenantId, t.userId, t.programId),
    uniqueIndex('enrollments_order_unique').on(t.tenantId, t.orderId),
    // Events name subscriptions and customers, not a tenant.
    uniqueIndex('enrollments_subscription').on(t.stripeSubscriptionId),
    index('enrollments_customer').on(t.stripeCustomerId).where(sql`stripe_customer_id is not null`),
    index('enrollments_state').on(t.tenantId, t.enrollmentState, t.stateChangedAt, t.id),
    index('enrollments_recent').on(t.tenantId, t.enrolledAt, t.id),
    index('enrollments_past_due').on(t.tenantId, t.pastDueSince).where(sql`past_due_since is not null`),
    oneOf('enrollments_source', t.source, ENROLLMENT_SOURCES),
    oneOf('enrollments_progress', t.progressState, PROGRESS_STATES),
    oneOf('enrollments_hold', t.holdReason, HOLD_REASONS),
    check('enrollments_held', sql`(hold_reason is null) = (hold_at is null)`),
    check('enrollments_suspended', sql`(suspended_at is null) = (suspension_reason is null)`),
  ],
);

/** What an order for a place says beyond its amount: the plan that was shown and agreed to. */
export const enrollmentOrders = pgTable(
  'enrollment_orders',
  {
    tenantId: tenantId().references(() => tenants.id),
    orderId: uuid('order_id').notNull(),
    programId: uuid('program_id').notNull(),
    applicationId: uuid('application_id'),
    hoursPerWeek: integer('hours_per_week').notNull(),
    transferredHours: integer('transferred_hours').notNull(),
    weeksTotal: integer('weeks_total').notNull(),
    weeklyMinor: minor('weekly_minor').notNull(),
    lastMinor: minor('last_minor').notNull(),
    /** When the first weekly payment is taken. */
    anchorAt: moment('anchor_at').notNull(),
    firstBillingText: text('first_billing_text').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.orderId] }),
    foreignKey({
      name: 'enrollment_orders_order_fk',
      columns: [t.tenantId, t.orderId],
      foreignColumns: [orders.tenantId, orders.id],
    }),
    foreignKey({
      name: 'enrollment_orders_program_fk',
      columns: [t.tenantId, t.programId],
      foreignColumns: [programs.tenantId, programs.id],
    }),
    foreignKey({
      name: 'enrollment_orders_application_fk',
      columns: [t.tenantId, t.applicationId],
      foreignColumns: [applications.tenantId, applications.id],
    }),
  ],
);

/** Who clocks hours: made with the enrolment, sent to a shop by staff. */
export const apprentices = pgTable(
  'apprentices',
  {
    tenantId: tenantId().references(() => tenants.id),
    id: rowId(),
    userId: uuid('user_id').notNull(),
    enrollmentId: uuid('enrollment_id').notNull(),
    programId: uuid('program_id').notNull(),
    shopId: uuid('shop_id'),
    startDate: date('start_date'),
    /** Credited hours of closed entries that nobody disputes; kept by whatever changes one. */
    totalHours: numeric('total_hours', { precision: 8, scale: 2, mode: 'number' }).notNull().default(0),
    totalHoursRequired: integer('total_hours_required').notNull(),
    transferHoursCredited: numeric('transfer_hours_credited', { precision: 8, scale: 2, mode: 'number' })
      .notNull()
      .default(0),
    status: words<ApprenticeStatus>('status').notNull().default('active'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      name: 'apprentices_enrollment_fk',
      columns: [t.tenantId, t.enrollmentId],
      foreignColumns: [enrollments.tenantId, enrollments.id],
    }),
    foreignKey({
      name: 'apprentices_user_fk',
      columns: [t.tenantId, t.userId],
      foreignColumns: [members.tenantId, members.userId],
    }),
    foreignKey({
      name: 'apprentices_program_fk',
      columns: [t.tenantId, t.programId],
      foreignColumns: [programs.tenantId, programs.id],
    }),
    foreignKey({
      name: 'apprentices_shop_fk',
      columns: [t.tenantId, t.shopId],
      foreignColumns: [shops.tenantId, shops.id],
    }),
    uniqueIndex('apprentices_enrollment_unique').on(t.tenantId, t.enrollmentId),
    index('apprentices_user').on(t.tenantId, t.userId),
    index('apprentices_shop').on(t.tenantId, t.shopId),
    oneOf('apprentices_state', t.status, APPRENTICE_STATUSES),
  ],
);
