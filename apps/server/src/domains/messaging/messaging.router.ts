import { query, router } from '../../kernel/trpc.ts';
import { readOutbox } from './outbox.ts';

export const messagingRouter = router({
  outbox: query(readOutbox),
});
