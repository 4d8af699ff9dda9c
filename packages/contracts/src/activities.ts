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
  /** Null where no member acted, e.g. a client who answered a quote. */
  user: { id: string; name: string } | null;
  contact: { id: string; name: string } | null;
  metadata: Record<string, unknown>;
  createdAt: string;
}

interface TimelineBase {
  id: string;
  user: { id: string; name: string } | null;
  /** ISO timestamp; the order of the timeline. */
  at: string;
}

/** A fact that somebody put on the timeline. */
export interface TimelineActivity extends TimelineBase {
  kind: 'activity';
  type: ActivityType;
  description: string;
  metadata: Record<string, unknown>;
}

/** A change of the customer or of a record of theirs, as the journal tells it. */
export interface TimelineChange extends TimelineBase {
  kind: 'change';
  /** `<subject>.<past tense>`, e.g. `vehicle.mileage_updated`. */
  verb: string;
  subject: { type: string; id: string };
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
}

export type TimelineItem = TimelineActivity | TimelineChange;
