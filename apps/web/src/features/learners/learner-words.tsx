import { useLingui } from '@lingui/react/macro';
import type {
  EnrollmentDocumentType,
  EnrollmentState,
  HoldReason,
  PartnerStatus,
} from '@officina/contracts/training';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';

const TONES: Record<EnrollmentState, Tone> = {
  enrolled_pending_orientation: 'neutral',
  orientation_complete: 'neutral',
  documents_pending: 'neutral',
  active_enrolled: 'info',
  active_in_good_standing: 'success',
  payment_hold: 'warning',
  suspended: 'danger',
  completed: 'success',
};

/** The academy's words, for people. */
export function useLearnerWords() {
  const { t } = useLingui();
  const states: Record<EnrollmentState, string> = {
    enrolled_pending_orientation: t`Orientation pending`,
    orientation_complete: t`Orientation done`,
    documents_pending: t`Documents pending`,
    active_enrolled: t`Enrolled`,
    active_in_good_standing: t`In training`,
    payment_hold: t`Payment hold`,
    suspended: t`Suspended`,
    completed: t`Completed`,
  };
  const papers: Record<EnrollmentDocumentType, string> = {
    government_id: t`Government ID`,
    social_security_card: t`Social security card`,
    birth_certificate: t`Birth certificate`,
    high_school_diploma: t`High school diploma`,
    ged_certificate: t`GED certificate`,
    background_check: t`Background check`,
    tb_test: t`TB test`,
    clinical_clearance: t`Clinical clearance`,
    credential_certificate: t`Credential certificate`,
    cosmetology_license: t`Cosmetology licence`,
    barber_license: t`Barber licence`,
    proof_of_residency: t`Proof of residency`,
    w4_form: t`W-4 form`,
    i9_form: t`I-9 form`,
    direct_deposit_form: t`Direct deposit form`,
    other: t`Other`,
  };
  const partners: Record<PartnerStatus, string> = {
    pending: t({ context: 'partner', message: 'Pending' }),
    active: t`Active`,
    inactive: t`Inactive`,
    suspended: t`Suspended`,
  };
  return { states, papers, partners };
}

/** Why a learner is on hold. */
export function useHoldWords(): Record<HoldReason, string> {
  const { t } = useLingui();
  return { refund: t`Refund`, dispute: t`Dispute`, manual: t`By the office` };
}

export function StateBadge({ state }: { state: EnrollmentState }) {
  const { states } = useLearnerWords();
  return <StatusBadge tone={TONES[state]}>{states[state]}</StatusBadge>;
}
