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
}

/** A learner's weekly payments. `daysPastDue` are whole days since the earliest failure that is still open. */
export interface PlanView {
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
  enrollmentState: EnrollmentState;
  enrolledAt: string;
  orientationCompletedAt: string | null;
  documentsSubmittedAt: string | null;
  /** A calendar day in programme time. */
  programStartDate: string | null;
  shopId: string | null;
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
