import { useLingui } from '@lingui/react/macro';
import type { EnrollmentDocumentType, LearnerState } from '@officina/contracts/training';

/** What learners are told of their own state, and how papers are called. */
export function useTrainingWords() {
  const { t } = useLingui();
  const reasons: Record<LearnerState, string> = {
    application_submitted: t`Your application is in. Pay the set-up fee to get your place.`,
    payment_pending: t`Your payment page is open. Finish it to get your place.`,
    enrolled_pending_orientation: t`You have a place. The orientation comes first.`,
    orientation_complete: t`Hand in your documents: then you are told your first day.`,
    documents_pending: t`Hand in what is still missing: then you are told your first day.`,
    active_enrolled: t`Everything is in place. Clock in on your first day.`,
    active_in_good_standing: t`You are in training. Every hour counts.`,
    payment_hold: t`A payment is missing or was refunded. Settle it, or ask the office.`,
    suspended: t`Your enrolment is suspended. Please contact the office.`,
    completed: t`You have completed the programme. Next comes the state board.`,
  };
  const documents: Record<EnrollmentDocumentType, string> = {
    government_id: t`Identity document`,
    social_security_card: t`Social security card`,
    birth_certificate: t`Birth certificate`,
    high_school_diploma: t`School diploma`,
    ged_certificate: t`GED certificate`,
    background_check: t`Background check`,
    tb_test: t`Tuberculosis test`,
    clinical_clearance: t`Clinical clearance`,
    credential_certificate: t`Certificate of a credential`,
    cosmetology_license: t`Cosmetology licence`,
    barber_license: t`Barber licence`,
    proof_of_residency: t`Proof of residency`,
    w4_form: t`W-4 form`,
    i9_form: t`I-9 form`,
    direct_deposit_form: t`Direct deposit form`,
    other: t`Something else`,
  };
  return { reasons, documents };
}
