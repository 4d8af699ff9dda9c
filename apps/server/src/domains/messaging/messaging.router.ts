import { query, router } from '../../kernel/trpc.ts';
import { clientMessages } from './client-messages.ts';
import { readOutbox } from './outbox.ts';

export const messagingRouter = router({
  outbox: query(readOutbox),
});

/** Stands among the bell's procedures, where the office looks for what was sent to a client. */
export const clientMessagesRouter = router({
  forClient: query(clientMessages),
});
