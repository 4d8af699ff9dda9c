import type { ClockSite } from './timeclock.ts';
import type {
  AlertSeverity,
  CaseStatus,
  CaseType,
  ClockAction,
  EnrollmentState,
  EntrySource,
  EntryStatus,
  HoldReason,
  OverridableAction,
  PartnerStatus,
  Position,
} from './training.ts';
import type { EnrollmentDocumentView } from './training-documents.ts';
import type { PlanView } from './training-views.ts';

/** A learner as lists of staff show them. */
export interface LearnerItem {
  id: string;
  userId: string;
  name: string;
  email: string;
  program: string;
  state: EnrollmentState;
  stateChangedAt: string;
  enrolledAt: string;
  programStartDate: string | null;
  shopName: string | null;
  /** Null until the enrolment has its apprentice record. */
  totalHours: number | null;
  requiredHours: number;
  daysPastDue: number | null;
  holdReason: HoldReason | null;
}

/** How many learners stand where, and what waits for staff. */
export interface TrainingPipeline {
  counts: Record<EnrollmentState, number>;
  applications: number;
  openAlerts: number;
  documentsToReview: number;
}

/** A stretch of work with everything that is known of it. */
export interface ShiftView {
  id: string;
  source: EntrySource;
  workDate: string;
  weekEnding: string;
  clockInAt: string;
  clockOutAt: string | null;
  lunchStartAt: string | null;
  lunchEndAt: string | null;
  hoursWorked: number | null;
  creditedHours: number | null;
  status: EntryStatus;
  flags: string[];
  disputeNote: string | null;
  autoClosedReason: string | null;
  /** Of the programme: the zone in which its times are told, whoever reads them. */
  timeZone: string;
  shopName: string;
  siteId: string | null;
  siteName: string | null;
  /** Where each event took place; for the learner and staff alone. */
  positions: Partial<Record<ClockAction, Position>>;
}

/** A shift as the host of its shop sees it: hours, and no positions. */
export type ShopShift = Omit<ShiftView, 'positions' | 'siteId' | 'siteName' | 'shopName'> & {
  userName: string;
};

export interface HoursWeek {
  weekEnding: string;
  workedHours: number;
  creditedHours: number;
  entries: ShiftView[];
}

/** A learner's own hours, the newest week first. */
export interface LearnerHours {
  /** Hours of a week that count at most. */
  weeklyCap: number;
  totalHours: number;
  transferHours: number;
  requiredHours: number;
  weeks: HoursWeek[];
}

export interface OverrideView {
  id: string;
  action: OverridableAction;
  expiresAt: string;
  reason: string;
  createdBy: string;
  createdAt: string;
  revokedAt: string | null;
  /** It can still be used. */
  live: boolean;
}

export interface CaseView {
  id: string;
  type: CaseType;
  status: CaseStatus;
  openedAt: string;
  closedAt: string | null;
  resolution: string | null;
}

export interface AuditEntry {
  id: string;
  at: string;
  event: string;
  fromState: string | null;
  toState: string | null;
  action: string | null;
  code: string | null;
  actor: string;
  reason: string | null;
}

/** One entry of the academy's record across learners. */
export type AuditItem = AuditEntry & {
  enrollmentId: string | null;
  learner: string | null;
  /** Of the learner's programme, of the academy's usual one where no learner is meant. */
  timeZone: string;
};

export interface TrainingPayment {
  id: string;
  kind: string;
  status: 'paid' | 'failed';
  amountCents: number;
  currency: string;
  stripeInvoiceId: string | null;
  at: string;
}

/** Everything that staff know of one learner. */
export interface EnrollmentDetail {
  enrollment: {
    id: string;
    program: string;
    /** Of the programme: every time of the learner is told in it. */
    timeZone: string;
    enrollmentState: EnrollmentState;
    enrolledAt: string;
    orientationCompletedAt: string | null;
    documentsSubmittedAt: string | null;
    programStartDate: string | null;
    completedAt: string | null;
    shopId: string | null;
    holdReason: HoldReason | null;
    suspendedAt: string | null;
    suspensionReason: string | null;
    courseworkComplete: boolean;
    missingDocuments: string[];
  };
  learner: { userId: string; contactId: string | null; name: string; email: string; phone: string | null };
  apprentice: {
    id: string;
    startDate: string | null;
    totalHours: number;
    transferHoursCredited: number;
    requiredHours: number;
    shopId: string | null;
    shopName: string | null;
  } | null;
  billing: PlanView & { stripeCustomerId: string | null; stripeSubscriptionId: string | null };
  payments: TrainingPayment[];
  documents: EnrollmentDocumentView[];
  overrides: OverrideView[];
  cases: CaseView[];
  shifts: ShiftView[];
  audit: AuditEntry[];
  abilities: Record<
    | 'suspend'
    | 'reinstate'
    | 'setHold'
    | 'releaseHold'
    | 'complete'
    | 'assignShop'
    | 'addShift'
    | 'reconcile',
    boolean
  >;
}

export interface ShopSite extends ClockSite {
  isActive: boolean;
  isDefault: boolean;
}

export interface ShopItem {
  id: string;
  name: string;
  address: string;
  partnerId: string;
  partnerName: string;
  partnerStatus: PartnerStatus;
  approved: boolean;
  ownerName: string | null;
  ownerEmail: string | null;
  codeTtlMinutes: number;
  codeExpiresAt: string | null;
  apprentices: number;
  sites: ShopSite[];
}

export interface AlertItem {
  id: string;
  kind: string;
  severity: AlertSeverity;
  message: string;
  enrollmentId: string | null;
  learner: string | null;
  createdAt: string;
  resolvedAt: string | null;
}

/** What a change of hours by staff has come to. */
export interface ChangedShift {
  entryId: string;
  workDate: string;
  weekEnding: string;
  hoursWorked: number;
  creditedHours: number | null;
  totalHours: number;
}

export interface HeartbeatAnswer {
  withinGeofence: boolean;
  distanceM: number;
  autoClockedOut: boolean;
  clockOutAt: string | null;
}
