import { useLingui } from '@lingui/react/macro';
import type { EnrollmentState, HoldReason, PartnerStatus } from '@officina/contracts/training';
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
  const partners: Record<PartnerStatus, string> = {
    pending: t({ context: 'partner', message: 'Pending' }),
    active: t`Active`,
    inactive: t`Inactive`,
    suspended: t`Suspended`,
  };
  return { states, partners };
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
