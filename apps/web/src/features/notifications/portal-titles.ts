import { useLingui } from '@lingui/react/macro';
import type { NotificationView, PortalNotice } from '@officina/contracts/notifications';

type PortalNews = Extract<NotificationView, { kind: PortalNotice }>;

/** What a notice of the portal is called. Its params hold the title that the published contract prints, in English. */
export function usePortalTitles(): (item: PortalNews) => string {
  const { t } = useLingui();
  const decisions: Record<string, string> = {
    approved: t`Change request approved`,
    rejected: t`Change request rejected`,
    needs_info: t`More is asked about the change request`,
  };
  const titles: Record<PortalNotice, string> = {
    inquiry_new: t`New inquiry`,
    scope_sent: t`Scope proposal sent`,
    scope_approved: t`Scope approved`,
    scope_rejected: t`Scope rejected`,
    deliverable_approved: t`Deliverable approved`,
    edit_requested: t`Edit waits for approval`,
    edit_applied: t`Edit applied`,
    edit_rejected: t`Edit rejected`,
    change_request_created: t`Change request created`,
    change_request_updated: t`Change request updated`,
    change_request_decision: t`Change request decided`,
    change_request_implemented: t`Change request implemented`,
    document_uploaded: t`Document uploaded`,
    document_archived: t`Document archived`,
    billing_updated: t`Billing details updated`,
    engagement_created: t`Engagement created`,
    engagement_exported: t`Engagement exported`,
    invoice_created: t`Invoice created`,
    invoice_updated: t`Invoice updated`,
    invoice_paid: t`Invoice paid`,
    onboarding_complete: t`Onboarding complete`,
    admin_hard_delete: t`Record deleted forever`,
    talent_signal_new: t`New talent signal`,
    order_paid: t`Order paid`,
    order_payment_mismatch: t`Payment does not match its order`,
  };
  return ({ kind, params }) =>
    (kind === 'change_request_decision' && decisions[params.title.split(' ').at(-1) ?? '']) || titles[kind];
}
