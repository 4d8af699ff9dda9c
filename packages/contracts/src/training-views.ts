import type { PaymentPurpose } from './payments.ts';
import type { InquiryStatus } from './portal.ts';
import type {
  ApplicationStatus,
  EnrollmentDocumentType,
  EnrollmentState,
  LearnerAddress,
  LearnerState,
  NextAction,
  VerificationStatus,
} from './training.ts';
import type { EnrollmentDocumentView } from './training-documents.ts';

/** What a place in a programme costs: today's fee, then weekly payments. Amounts in minor units. */
export interface TrainingQuote {
  currency: string;
  setupFeeCents: number;
  weeklyPaymentCents: number;
  weeksRemaining: number;
  lastPaymentCents: number;
  /** e.g. `Friday, Feb 14`: the day in programme time, as contracts print it. */
  firstBillingDate: string;
  /** The same day as `YYYY-MM-DD`. */
  firstBillingDay: string;
  /** The moment of the first weekly payment. */
  anchor: string;
}

/** How far an identity check has come; `note` is why the last try failed. */
export interface VerificationView {
  status: VerificationStatus;
  sessionId: string | null;
  verifiedAt: string | null;
  note: string | null;
}

/** A programme as visitors see it. Amounts in minor units. */
export interface ProgramView {
  id: string;
  slug: string;
  name: string;
  /** Who offers it. */
  provider: string;
  currency: string;
  priceCents: number;
  setupFeeCents: number;
  totalHours: number;
  hoursMin: number;
  hoursMax: number;
  minAge: number;
  requiredDocuments: EnrollmentDocumentType[];
}

/** With what only staff see. */
export interface ProgramItem extends ProgramView {
  /** ISO weekday and hour of weekly payments, in programme time. */
  billingWeekday: number;
  billingHour: number;
  timeclock: boolean;
  timeZone: string | null;
  active: boolean;
  version: number;
  abilities: { edit: boolean };
}

export interface ApplicationItem {
  id: string;
  userId: string;
  program: string;
  name: string;
  email: string;
  phone: string;
  dateOfBirth: string;
  address: LearnerAddress;
  educationLevel: string;
  employmentStatus: string;
  hasTransportation: boolean;
  felonyDisclosure: boolean;
  signature: string;
  /** The typed signature is not the applicant's name. */
  signatureDiffers: boolean;
  status: ApplicationStatus;
  createdAt: string;
  /** Of the programme. */
  timeZone: string;
  abilities: { decide: boolean };
}

export interface TrainingInquiryItem {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  program: string;
  message: string | null;
  status: InquiryStatus;
  createdAt: string;
  /** Of the academy's usual programme. */
  timeZone: string;
  /** What it may become by the reader's hand. */
  moves: readonly InquiryStatus[];
}

/** Where a training inquiry may go: seen, the asker has applied, or nothing more to do; what is done may be taken up again. */
export const TRAINING_INQUIRY_MOVES: Record<InquiryStatus, readonly InquiryStatus[]> = {
  new: ['triaged', 'converted', 'closed'],
  triaged: ['converted', 'closed'],
  converted: ['triaged'],
  closed: ['triaged'],
};

/** A learner's weekly payments. `daysPastDue` are whole days since the earliest failure that is still open. */
export interface PlanView {
  /** Of all its amounts. */
  currency: string;
  weeksTotal: number;
  weeksPaid: number;
  weeksRemaining: number;
  weeklyCents: number;
  pastDueSince: string | null;
  daysPastDue: number;
}

export interface EnrollmentView {
  id: string;
  program: string;
  /** Of the programme: every time of the learner is told in it. */
  timeZone: string;
  requiredDocuments: EnrollmentDocumentType[];
  enrollmentState: EnrollmentState;
  enrolledAt: string;
  orientationCompletedAt: string | null;
  documentsSubmittedAt: string | null;
  /** A calendar day in programme time. */
  programStartDate: string | null;
  shopId: string | null;
}

/** What a learner has worked: of the whole programme, and of the week that is running in programme time. */
export interface HoursSoFar {
  /** With those that were brought along. */
  completed: number;
  required: number;
  shopName: string | null;
  /** The first day has come. */
  begun: boolean;
  week: { ending: string; worked: number; credited: number; cap: number };
}

/** Where the caller stands with a programme, and what they do next. */
export interface TrainingMe {
  userId: string;
  state: LearnerState | null;
  nextAction: NextAction;
  application: { id: string; status: ApplicationStatus } | null;
  enrollment: EnrollmentView | null;
  documents: Pick<EnrollmentDocumentView, 'id' | 'documentType' | 'status' | 'rejectionReason' | 'fileUrl'>[];
  missingDocuments: string[];
  plan: PlanView | null;
  /** Null until there is an apprentice record. */
  hours: HoursSoFar | null;
}

/** One payment of a learner, as screens print it. Refunds are negative. */
export interface LearnerPayment {
  id: string;
  kind: PaymentPurpose;
  status: 'paid' | 'failed';
  amountCents: number;
  currency: string;
  at: string;
}
