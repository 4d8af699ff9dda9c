import { mutation, router } from '../../../kernel/trpc.ts';
import { createMilestone } from './create-milestone.ts';
import { updateMilestone } from './update-milestone.ts';

export const milestonesRouter = router({
  create: mutation(createMilestone),
  update: mutation(updateMilestone),
});
