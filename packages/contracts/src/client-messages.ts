import type { MessageChannel } from './messaging.ts';
import type { MessageTrigger } from './office.ts';

/** `pending`: waits for its delivery, or for another try. `skipped`: the client had no address. */
export const CLIENT_MESSAGE_STATUSES = ['pending', 'sent', 'failed', 'skipped'] as const;
export type ClientMessageStatus = (typeof CLIENT_MESSAGE_STATUSES)[number];

/** A message that the office wrote, or would have written, to a client. */
export interface ClientMessageView {
  id: string;
  trigger: MessageTrigger;
  /** What it reports on; none for a payment reminder. */
  binder: { ref: number; binderNumber: string } | null;
  /** Null for a skipped message, like its address. */
  channel: MessageChannel | null;
  to: string | null;
  status: ClientMessageStatus;
  /** As sent, in the tenant's language. */
  text: string;
  /** Tries to deliver it so far. */
  attempts: number;
  /** Why the last try failed, in the words of the mail or messaging system. */
  error: string | null;
  /** The failed message in whose place this one went out. */
  fallbackOf: string | null;
  /** ISO timestamps. */
  createdAt: string;
  sentAt: string | null;
  failedAt: string | null;
}
