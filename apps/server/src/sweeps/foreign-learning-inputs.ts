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

const reason = 'x';
const ofEnrollment = blind(({ enrollmentId }) => ({ enrollmentId, reason }));

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
  'training.addShift': blind(({ enrollmentId, siteId }) => ({
    ...{ enrollmentId, siteId, reason },
    clockInAt: '2026-01-14T10:00:00Z',
    clockOutAt: '2026-01-14T11:00:00Z',
  })),
  'training.alerts': blind(() => ({})),
  'training.assignShop': blind(({ enrollmentId, shopId }) => ({ enrollmentId, shopId })),
  'training.audit': blind(() => ({})),
  'training.closeCase': missing(({ caseId }) => ({ caseId, resolution: reason })),
  'training.complete': ofEnrollment,
  'training.correctShift': missing(({ entryId }) => ({ entryId, reason })),
  'training.enrollment': blind(({ enrollmentId }) => ({ enrollmentId })),
  'training.heartbeat': blind(({ entryId }) => ({ entryId, lat: 0, lng: 0, accuracyM: 1 })),
  'training.hours': blind(() => ({})),
  'training.learners': blind(() => ({})),
  'training.pipeline': blind(() => ({})),
  'training.reconcile': blind(({ learnerId, shopId }) => ({ userId: learnerId, shopId })),
  'training.reinstate': ofEnrollment,
  'training.releaseHold': ofEnrollment,
  'training.resolveAlert': missing(({ alertId }) => ({ alertId })),
  'training.reviewDocument': missing(({ paperId }) => ({ documentId: paperId, decision: 'approved' })),
  'training.revokeOverride': missing(({ overrideId }) => ({ overrideId, reason })),
  'training.saveShop': missing(({ partnerId }) => ({ partnerId, name: 'x' })),
  'training.saveSite': missing(({ shopId }) => ({ shopId, name: 'x', lat: 0, lng: 0 })),
  'training.setCoursework': blind(({ enrollmentId }) => ({ enrollmentId, complete: true, reason })),
  'training.setHold': ofEnrollment,
  'training.setPartnerStatus': missing(({ partnerId }) => ({ partnerId, status: 'active', reason })),
  'training.setShopApproval': missing(({ shopId }) => ({ shopId, approved: false, reason })),
  'training.shopHours': missing(({ shopId }) => ({ shopId })),
  'training.shops': blind(() => ({})),
  'training.suspend': ofEnrollment,
};
