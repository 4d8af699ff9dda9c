/** What the consultancy's portal tells, and the title under which programs read it. Source: portal specification §3.27. */
export const PORTAL_NOTICES = {
  inquiry_new: 'New inquiry',
  scope_sent: 'Scope proposal sent',
  scope_approved: 'Scope approved',
  scope_rejected: 'Scope rejected',
  deliverable_approved: 'Deliverable approved',
  edit_requested: 'Edit waits for approval',
  edit_applied: 'Edit applied',
  edit_rejected: 'Edit rejected',
  change_request_created: 'Change request created',
  change_request_updated: 'Change request updated',
  change_request_decision: 'Change request decided',
  change_request_implemented: 'Change request implemented',
  document_uploaded: 'Document uploaded',
  document_archived: 'Document archived',
  billing_updated: 'Billing details updated',
  engagement_created: 'Engagement created',
  engagement_exported: 'Engagement exported',
  invoice_created: 'Invoice created',
  invoice_updated: 'Invoice updated',
  invoice_paid: 'Invoice paid',
  onboarding_complete: 'Onboarding complete',
  admin_hard_delete: 'Record deleted forever',
  talent_signal_new: 'New talent signal',
  order_paid: 'Order paid',
  order_payment_mismatch: 'Payment does not match its order',
} as const;
export type PortalNotice = keyof typeof PORTAL_NOTICES;

/** A notice of the portal is about one record; `body` names it or says what happened to it. */
export type PortalNoticeParams = { title: string; body: string; entityType: string; entityId: string };

/** What the bell tells: the kind names the sentence, its params fill it. */
export interface NotificationParams extends Record<PortalNotice, PortalNoticeParams> {
  'task.assigned': { title: string; by: string };
  'quote.answered': { number: string; answer: 'accepted' | 'rejected'; name: string };
  'message.failed': { to: string };
  'webhook.disabled': { url: string; reason: string };
  'subscription.payment_failed': { plan: string };
  'training.inquiry': { name: string; program: string };
  'training.application': { name: string; program: string };
  /** An alert of the academy, in the words in which it was raised. */
  'training.alert': { message: string };
}
export type NotificationKind = keyof NotificationParams;

export type NotificationView = {
  [K in NotificationKind]: {
    id: string;
    kind: K;
    params: NotificationParams[K];
    /** Path in the web app that it opens. */
    link: string | null;
    readAt: string | null;
    createdAt: string;
  };
}[NotificationKind];

/** Above this many unread notifications the bell says "99+". */
export const UNREAD_CAP = 99;

/** A notification as the portal's contract prints it. */
export interface InboxItem {
  id: string;
  type: NotificationKind;
  title: string;
  body: string;
  createdAt: string;
  readAt: string | null;
  entityType: string | null;
  entityId: string | null;
}
