import { useLingui } from '@lingui/react/macro';
import type { LearnerState } from '@officina/contracts/training';

/** What learners are told of their own state. */
export function useReasons(): Record<LearnerState, string> {
  const { t } = useLingui();
  return {
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
}
