import { mutation, router } from '../../../kernel/trpc.ts';
import { approveDeliverable } from './approve-deliverable.ts';
import { createDeliverable } from './create-deliverable.ts';
import { updateDeliverable } from './update-deliverable.ts';

export const deliverablesRouter = router({
  create: mutation(createDeliverable),
  update: mutation(updateDeliverable),
  approve: mutation(approveDeliverable),
});
