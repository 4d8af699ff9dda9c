import type { MessagingPort } from './port.ts';

/** The default without a messaging account: the message stays readable in the outbox and goes nowhere else. */
export const outboxMessaging: MessagingPort = {
  name: 'outbox',
  send: async () => ({ providerId: null }),
};
