import { useLingui } from '@lingui/react/macro';
import type { StripeEventStatus } from '@officina/contracts/payments';
import type { InquiryStatus } from '@officina/contracts/portal';
import type { ApplicationStatus } from '@officina/contracts/training';
import type { Tone } from '../../ui/tone.ts';

export function useStaffWords() {
  const { t } = useLingui();
  const applications: Record<ApplicationStatus, string> = {
    submitted: t`Submitted`,
    payment_pending: t`Payment open`,
    paid: t`Paid`,
    withdrawn: t`Withdrawn`,
    rejected: t`Rejected`,
  };
  const inquiries: Record<InquiryStatus, string> = {
    new: t`Just in`,
    triaged: t`Seen`,
    converted: t`Converted`,
    closed: t`Closed`,
  };
  const events: Record<StripeEventStatus, string> = {
    processed: t`Done`,
    failed: t`Failed`,
    unmatched: t`Leads nowhere yet`,
  };
  return { applications, inquiries, events };
}

export const APPLICATION_TONES: Record<ApplicationStatus, Tone> = {
  submitted: 'info',
  payment_pending: 'warning',
  paid: 'success',
  withdrawn: 'neutral',
  rejected: 'danger',
};

export const EVENT_TONES: Record<StripeEventStatus, Tone> = {
  processed: 'success',
  failed: 'danger',
  unmatched: 'warning',
};
