import { useLingui } from '@lingui/react/macro';
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
  return { applications, inquiries };
}

export const APPLICATION_TONES: Record<ApplicationStatus, Tone> = {
  submitted: 'info',
  payment_pending: 'warning',
  paid: 'success',
  withdrawn: 'neutral',
  rejected: 'danger',
};

export const INQUIRY_TONES: Record<InquiryStatus, Tone> = {
  new: 'info',
  triaged: 'warning',
  converted: 'success',
  closed: 'neutral',
};
