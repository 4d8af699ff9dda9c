import { mutation, query, router } from '../../kernel/trpc.ts';
import { createEngagement } from './create-engagement.ts';
import { engagementHistory } from './engagement-history.ts';
import { listEngagements } from './engagement-reads.ts';
import { getEngagement } from './get-engagement.ts';
import { updateEngagement } from './update-engagement.ts';

export const engagementsRouter = router({
  list: query(listEngagements),
  get: query(getEngagement),
  history: query(engagementHistory),
  create: mutation(createEngagement),
  update: mutation(updateEngagement),
});
