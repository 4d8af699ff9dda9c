/** Facts that people put on a customer's timeline, in the words every surface prints. */
export const ACTIVITY_TYPES = [
  'EMAIL_SENT',
  'EMAIL_RECEIVED',
  'WHATSAPP_SENT',
  'WHATSAPP_RECEIVED',
  'SMS_SENT',
  'CALL_MADE',
  'CALL_RECEIVED',
  'NOTE_ADDED',
  'MEETING',
  'SITE_VISIT',
  'QUOTE_SENT',
  'INVOICE_SENT',
  'PAYMENT_RECEIVED',
] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];

export interface ActivityView {
  id: string;
  type: ActivityType;
  description: string;
  user: { id: string; name: string } | null;
  contact: { id: string; name: string } | null;
  metadata: Record<string, unknown>;
  createdAt: string;
}
