/** Words of the academy: its applications, enrolments, hours and what belongs to them. Source: academy specification. */

/** The programme meant where a request names none. */
export const DEFAULT_PROGRAM = 'barber-apprenticeship';

export const APPLICATION_STATUSES = [
  'submitted',
  'payment_pending',
  'paid',
  'withdrawn',
  'rejected',
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];
/** While an application stands in one of these, no second one for the same programme is taken. */
export const LIVE_APPLICATION_STATUSES = ['submitted', 'payment_pending', 'paid'] as const;

/** How far a learner has come: the part of the state that neither money nor suspension touches. */
export const PROGRESS_STATES = [
  'enrolled_pending_orientation',
  'orientation_complete',
  'documents_pending',
  'active_enrolled',
  'active_in_good_standing',
  'completed',
] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

/** The words of an enrolment's state; they are computed by the database from the facts of its row. */
export const ENROLLMENT_STATES = [
  'enrolled_pending_orientation',
  'orientation_complete',
  'documents_pending',
  'active_enrolled',
  'active_in_good_standing',
  'payment_hold',
  'suspended',
  'completed',
] as const;
export type EnrollmentState = (typeof ENROLLMENT_STATES)[number];

/** With what stands before an enrolment: an application without and with an open order. */
export const LEARNER_STATES = ['application_submitted', 'payment_pending', ...ENROLLMENT_STATES] as const;
export type LearnerState = (typeof LEARNER_STATES)[number];

export const ACTIVE_STATES = ['active_enrolled', 'active_in_good_standing'] as const;

export const ENROLLMENT_SOURCES = ['checkout', 'import'] as const;
export type EnrollmentSource = (typeof ENROLLMENT_SOURCES)[number];

export const HOLD_REASONS = ['refund', 'dispute', 'manual'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** What a learner does next, as screens lead them. */
export const NEXT_ACTIONS = [
  'apply',
  'pay',
  'orientation',
  'documents',
  'train',
  'update_payment',
  'contact_office',
  'state_board',
] as const;
export type NextAction = (typeof NEXT_ACTIONS)[number];

export const NEXT_ACTION_OF: Record<LearnerState, NextAction> = {
  application_submitted: 'pay',
  payment_pending: 'pay',
  enrolled_pending_orientation: 'orientation',
  orientation_complete: 'documents',
  documents_pending: 'documents',
  active_enrolled: 'train',
  active_in_good_standing: 'train',
  payment_hold: 'update_payment',
  suspended: 'contact_office',
  completed: 'state_board',
};

export const APPRENTICE_STATUSES = ['active', 'suspended', 'completed', 'withdrawn'] as const;
export type ApprenticeStatus = (typeof APPRENTICE_STATUSES)[number];

export const PARTNER_STATUSES = ['pending', 'active', 'inactive', 'suspended'] as const;
export type PartnerStatus = (typeof PARTNER_STATUSES)[number];

export const ENTRY_SOURCES = ['timeclock', 'checkin', 'manual'] as const;
export type EntrySource = (typeof ENTRY_SOURCES)[number];
export const ENTRY_STATUSES = ['submitted', 'verified', 'disputed'] as const;
export type EntryStatus = (typeof ENTRY_STATUSES)[number];
export const CLOCK_ACTIONS = ['clock_in', 'clock_out', 'lunch_start', 'lunch_end'] as const;
export type ClockAction = (typeof CLOCK_ACTIONS)[number];

export const ENROLLMENT_DOCUMENT_TYPES = [
  'government_id',
  'social_security_card',
  'birth_certificate',
  'high_school_diploma',
  'ged_certificate',
  'background_check',
  'tb_test',
  'clinical_clearance',
  'credential_certificate',
  'cosmetology_license',
  'barber_license',
  'proof_of_residency',
  'w4_form',
  'i9_form',
  'direct_deposit_form',
  'other',
] as const;
export type EnrollmentDocumentType = (typeof ENROLLMENT_DOCUMENT_TYPES)[number];
export const ENROLLMENT_DOCUMENT_STATUSES = ['pending_review', 'approved', 'rejected'] as const;
export type EnrollmentDocumentStatus = (typeof ENROLLMENT_DOCUMENT_STATUSES)[number];

export const OVERRIDABLE_ACTIONS = [
  'CLOCK_IN',
  'CLOCK_OUT',
  'PWA_CHECKIN',
  'LOG_HOURS',
  'ACCESS_COURSES',
] as const;
export type OverridableAction = (typeof OVERRIDABLE_ACTIONS)[number];

export const CASE_TYPES = ['refund', 'dispute', 'second_payment', 'payment_mismatch'] as const;
export type CaseType = (typeof CASE_TYPES)[number];
export const CASE_STATUSES = ['open', 'closed'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const ALERT_SEVERITIES = ['info', 'warning', 'high'] as const;
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

export const VERIFICATION_STATUSES = ['pending', 'approved', 'failed'] as const;
export type VerificationStatus = (typeof VERIFICATION_STATUSES)[number];

export const LICENSE_STATUSES = ['trial', 'active', 'past_due', 'suspended', 'canceled', 'expired'] as const;
export type LicenseStatus = (typeof LICENSE_STATUSES)[number];

/** Where a learner lives, as an application asks for it. */
export interface LearnerAddress {
  street: string;
  city: string;
  state: string;
  zip: string;
}

/** Where an event of a shift took place; `accuracyM` is what the device said of it. */
export interface Position {
  lat: number;
  lng: number;
  accuracyM: number;
}
