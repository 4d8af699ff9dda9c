import { ENROLLMENT_FILE_BYTES } from '@officina/contracts/training-documents';
import { mutation, query, router, uploadMutation } from '../../kernel/trpc.ts';
import { checkIn } from './checkin/check-in.ts';
import { checkInStatus } from './checkin/check-in-status.ts';
import { checkOut } from './checkin/check-out.ts';
import { rotateShopCode, shopCode } from './checkin/shop-code.ts';
import { uploadEnrollmentDocument } from './documents/upload-enrollment-document.ts';
import { completeOrientation } from './enrollments/complete-orientation.ts';
import { submitDocuments } from './enrollments/submit-documents.ts';
import { ownHours } from './hours/own-hours.ts';
import { reviewHours } from './hours/review-hours.ts';
import { shopHours } from './hours/shop-hours.ts';
import { clockAction } from './timeclock/clock-action.ts';
import { heartbeat } from './timeclock/heartbeat.ts';
import { readTimeclock } from './timeclock/read-context.ts';
import { replayClock } from './timeclock/replay-clock.ts';

/** What learners do between enrolment and completion, and what shops and staff do about it. */
export const learningRouter = router({
  checkIn: mutation(checkIn),
  checkInStatus: query(checkInStatus),
  checkOut: mutation(checkOut),
  clock: mutation(replayClock),
  clockAction: mutation(clockAction),
  completeOrientation: mutation(completeOrientation),
  heartbeat: mutation(heartbeat),
  hours: query(ownHours),
  reviewHours: mutation(reviewHours),
  rotateShopCode: mutation(rotateShopCode),
  shopCode: query(shopCode),
  shopHours: query(shopHours),
  submitDocuments: mutation(submitDocuments),
  timeclock: query(readTimeclock),
  uploadDocument: uploadMutation(
    uploadEnrollmentDocument,
    { file: 'file', maxBytes: ENROLLMENT_FILE_BYTES },
    ({ documentType, enrollmentId }) => ({ documentType, enrollmentId }),
  ),
});
