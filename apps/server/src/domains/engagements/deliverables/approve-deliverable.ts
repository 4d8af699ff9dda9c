import { DELIVERABLE_TRANSITIONS, type Deliverable } from '@officina/contracts/engagements';
import { deliverableApproval } from '@officina/contracts/engagements-inputs';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { holdDeliverable, presentDeliverable } from './deliverable-row.ts';
import { storeDeliverable } from './store-deliverable.ts';

/** A client takes a deliverable of their organisation that is in review; of several at one moment one does. */
export const approveDeliverable = write({
  name: 'deliverables.approve',
  permission: 'portal.deliverables.approve',
  input: deliverableApproval,
  async run(ctx, { id, note }): Promise<Deliverable> {
    const held = await holdDeliverable(ctx, id);
    if (!DELIVERABLE_TRANSITIONS.client[held.row.status].includes('approved'))
      throw new AppError('INVALID_STATUS_TRANSITION', 'Deliverable is not in review');
    const next = { status: 'approved' as const, approvalNote: note ?? null };
    return presentDeliverable(ctx, await storeDeliverable(ctx, held, next));
  },
});
