import type { Deliverable } from '@officina/contracts/engagements';
import { deliverableCreate } from '@officina/contracts/engagements-inputs';
import { deliverables } from '@officina/db/schema/engagement-work';
import { toDate } from '../../../kernel/clock.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { holdOpenEngagement } from '../load-engagement.ts';
import { checkDocument, deliverableConflicts, presentDeliverable } from './deliverable-row.ts';

/** Adds a deliverable in draft. BAD_REQUEST once the engagement is closed, or for a document that is not its own. */
export const createDeliverable = write({
  name: 'deliverables.create',
  permission: 'portal.engagements.write',
  input: deliverableCreate,
  conflicts: deliverableConflicts,
  async run(ctx, { engagementId, ...facts }): Promise<Deliverable> {
    const engagement = await holdOpenEngagement(ctx, engagementId);
    await checkDocument(ctx, facts.documentId, engagement.id);
    const tx = await ctx.tx();
    const now = toDate(ctx.now);
    const [row] = await tx
      .insert(deliverables)
      .values({
        ...facts,
        tenantId: ctx.tenant.id,
        id: newId(),
        engagementId: engagement.id,
        createdAt: now,
        updatedAt: now,
      })
      .returning();
    if (!row) throw new Error('the deliverable was not stored');
    ctx.record({
      verb: 'deliverable.created',
      subject: { type: 'deliverable', id: row.id },
      contactId: engagement.orgId,
      engagementId: engagement.id,
      after: { ...facts, engagementId: engagement.id, status: row.status },
    });
    return presentDeliverable(ctx, row);
  },
});
