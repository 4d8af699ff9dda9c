import { query, router } from '../../kernel/trpc.ts';
import { currentSession } from './session.ts';

export const identityRouter = router({
  session: query(currentSession),
});
