import { useLingui } from '@lingui/react/macro';
import type { EnrollmentDocumentType } from '@officina/contracts/training';

/** How the papers of a learner are called, for learners and staff alike. */
export function usePaperWords(): Record<EnrollmentDocumentType, string> {
  const { t } = useLingui();
  return {
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
}
