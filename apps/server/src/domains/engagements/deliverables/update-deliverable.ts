import type { Deliverable } from '@officina/contracts/engagements';
import { deliverableUpdate } from '@officina/contracts/engagements-inputs';
import { write } from '../../../kernel/operation.ts';
import { checkVersion } from '../../../kernel/version.ts';
import {
  checkDocument,
  deliverableConflicts,
  holdDeliverable,
  presentDeliverable,
} from './deliverable-row.ts';
import { storeDeliverable } from './store-deliverable.ts';

/** Sets what is given; staff set any status. What leaves `approved` loses its approval. */
export const updateDeliverable = write({
  name: 'deliverables.update',
  permission: 'portal.engagements.write',
  input: deliverableUpdate,
  conflicts: deliverableConflicts,
  async run(ctx, { id, version, ...facts }): Promise<Deliverable> {
    const held = await holdDeliverable(ctx, id);
    checkVersion(held.row, version);
    if (facts.documentId !== held.row.documentId)
      await checkDocument(ctx, facts.documentId, held.row.engagementId);
    return presentDeliverable(ctx, await storeDeliverable(ctx, held, facts));
  },
});
