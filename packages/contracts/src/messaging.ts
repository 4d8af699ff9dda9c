export const MESSAGE_CHANNELS = ['email', 'whatsapp', 'sms'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** `skipped`: there was nowhere to send it. */
export const MESSAGE_STATUSES = ['queued', 'sent', 'failed', 'skipped'] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/** A message to somebody outside, as the demo's outbox shows it. */
export interface OutboxMessageView {
  id: string;
  channel: MessageChannel;
  to: string;
  subject: string | null;
  text: string;
  /** The text escaped, with its line breaks; e-mail only. */
  html: string | null;
  status: Exclude<MessageStatus, 'skipped'>;
  createdAt: string;
}
