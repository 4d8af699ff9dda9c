import type { Case } from './foreign-inputs.ts';
import { type ForeignRows, MARK } from './foreign-world.ts';

const missing = (input: (foreign: ForeignRows) => unknown): Case => ['missing', input];
const blind = (input: (foreign: ForeignRows) => unknown): Case => ['blind', input];

const none = blind(() => ({}));

/** Cases of the academy. Its contract has words of its own for what does not exist: no trace of it is what counts. */
export const TRAINING_CASES: Record<string, Case> = {
  'training.apply': blind(() => ({
    programSlug: MARK,
    firstName: 'x',
    lastName: 'x',
    email: `${MARK}@apply.test`,
    phone: '317 555 0100',
    dateOfBirth: '2000-01-01',
    address: { street: 'x', city: 'x', state: 'x', zip: '46204' },
    educationLevel: 'x',
    employmentStatus: 'x',
    hasTransportation: true,
    felonyDisclosure: false,
    signature: 'x',
  })),
  'training.checkout': blind(({ enrollmentId }) => ({ program: MARK, enrollmentId })),
  'training.applications': none,
  'training.createVerification': none,
  'training.decideApplication': missing(({ applicationId }) => ({
    id: applicationId,
    status: 'rejected',
    reason: 'x',
  })),
  'training.events': none,
  'training.inquiries': none,
  'training.licensePortal': none,
  'training.setInquiryStatus': missing(({ inquiryId }) => ({ id: inquiryId, status: 'closed' })),
  'training.me': blind(() => ({ program: MARK })),
  'training.payments': none,
  'training.program': missing(() => ({ program: MARK })),
  'training.programs': none,
  'training.quote': blind(() => ({ program: MARK })),
  'training.retryEvent': missing(() => ({ id: MARK })),
  'training.saveProgram': missing(({ programId }) => ({
    id: programId,
    slug: 'x',
    name: 'x',
    priceCents: 500_000,
    setupFeeCents: 100,
    currency: 'USD',
    totalHours: 2000,
    hoursMin: 20,
    hoursMax: 50,
    billingWeekday: 5,
    billingHour: 10,
    minAge: 16,
    requiredDocuments: [],
    timeclock: true,
    timeZone: null,
    active: true,
  })),
  'training.storePortal': none,
  'training.verification': none,
  'training.inquire': blind(() => ({ name: 'x', email: 'x@example.test', program: MARK })),
};
