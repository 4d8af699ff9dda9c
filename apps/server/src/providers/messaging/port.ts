/** A text to a telephone. */
export interface TextMessage {
  channel: 'whatsapp' | 'sms';
  /** E.164. */
  to: string;
  text: string;
}

/** `refused` says why it will never be taken, however often it is tried. */
export type MessageReceipt = { providerId: string | null } | { refused: string };

/** Hands one message to a messaging system; throws when it may be taken later, so that the job tries again. */
export interface MessagingPort {
  readonly name: string;
  send(message: TextMessage): Promise<MessageReceipt>;
}
