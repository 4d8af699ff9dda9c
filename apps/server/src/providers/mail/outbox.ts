import type { MailPort } from './port.ts';

/** The default without a mail server: the message stays readable in the outbox and goes nowhere else. */
export const outboxMail: MailPort = {
  name: 'outbox',
  send: async () => ({ providerId: null }),
};
