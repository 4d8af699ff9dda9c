import { mutation, query, router } from '../../kernel/trpc.ts';
import { apply } from './applications/apply.ts';
import { decideApplication } from './applications/decide-application.ts';
import { listApplications } from './applications/list-applications.ts';
import { ownPayments } from './billing/own-payments.ts';
import { openLicensePortal, openStorePortal } from './billing/own-portals.ts';
import { quote } from './checkout/quote.ts';
import { startCheckout } from './checkout/start-checkout.ts';
import { readMe } from './enrollments/read-me.ts';
import { listTrainingEvents, retryTrainingEvent } from './events.ts';
import { listTrainingInquiries } from './inquiries/list-training-inquiries.ts';
import { setTrainingInquiryStatus } from './inquiries/set-training-inquiry-status.ts';
import { submitTrainingInquiry } from './inquiries/submit-training-inquiry.ts';
import { listPrograms, readProgram } from './programs.ts';
import { saveProgram } from './save-program.ts';
import { createVerification } from './verification/create-verification.ts';
import { readVerification } from './verification/verification.ts';

/** The way into a programme and its money; the rest of `training` stands beside it. */
export const admissionRouter = router({
  program: query(readProgram),
  programs: query(listPrograms),
  saveProgram: mutation(saveProgram),
  quote: query(quote),
  inquire: mutation(submitTrainingInquiry),
  inquiries: query(listTrainingInquiries),
  setInquiryStatus: mutation(setTrainingInquiryStatus),
  // The library keeps the plain word for itself.
  submitApplication: mutation(apply),
  applications: query(listApplications),
  decideApplication: mutation(decideApplication),
  checkout: mutation(startCheckout),
  me: query(readMe),
  payments: query(ownPayments),
  storePortal: query(openStorePortal),
  licensePortal: query(openLicensePortal),
  verification: query(readVerification),
  createVerification: mutation(createVerification),
  events: query(listTrainingEvents),
  retryEvent: mutation(retryTrainingEvent),
});
