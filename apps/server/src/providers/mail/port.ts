export interface MailMessage {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Name shown as the sender, beside the deployment's own address. */
  fromName: string;
  replyTo?: string;
  attachments: { filename: string; contentType: string; bytes: Buffer }[];
}

/** Hands one message to a mail system; throws when it was not accepted, so that the job tries again. */
export interface MailPort {
  readonly name: string;
  send(message: MailMessage): Promise<{ providerId: string | null }>;
}
