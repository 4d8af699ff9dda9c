import { ReceivedFile } from '../kernel/received-file.ts';
import type { Case } from './foreign-inputs.ts';
import type { ForeignRows } from './foreign-world.ts';

/** Never looked at: the enrolment comes first. */
const UNREAD_FILE = new ReceivedFile({
  filename: 'x',
  claimedType: '',
  size: 1,
  sha256: '',
  tooLarge: false,
  path: '/nowhere',
});

const missing = (input: (foreign: ForeignRows) => unknown): Case => ['missing', input];
const blind = (input: (foreign: ForeignRows) => unknown): Case => ['blind', input];

const clock = blind(({ apprenticeId, partnerId, programId, siteId, entryId }) => ({
  ...{ apprenticeId, partnerId, programId, siteId, progressEntryId: entryId },
  action: 'clock_out',
  lat: 39.7684,
  lng: -86.1581,
  accuracyM: 5,
}));

/** What learners, shops and staff do. The contract's codes for what does not exist are its own, so most are `blind`. */
export const LEARNING_CASES: Record<string, Case> = {
  'training.checkIn': blind(() => ({ code: 'ZZZZZZ' })),
  'training.checkInStatus': blind(() => ({})),
  'training.checkOut': blind(() => ({})),
  'training.clock': clock,
  'training.clockAction': clock,
  'training.completeOrientation': blind(() => ({})),
  'training.createOverride': blind(({ learnerId }) => ({
    userId: learnerId,
    action: 'CLOCK_IN',
    expiresAt: '2026-01-16T00:00:00Z',
    reason: 'x',
  })),
  'training.openFile': missing(({ paperId }) => ({ id: paperId })),
  'training.reviewHours': missing(({ entryId }) => ({ entryIds: [entryId], decision: 'verified' })),
  'training.rotateShopCode': missing(({ shopId }) => ({ shopId })),
  'training.shopCode': missing(({ shopId }) => ({ shopId })),
  'training.submitDocuments': blind(() => ({})),
  'training.timeclock': blind(() => ({})),
  'training.uploadDocument': blind(({ enrollmentId }) => ({
    enrollmentId,
    documentType: 'other',
    file: UNREAD_FILE,
  })),
};
