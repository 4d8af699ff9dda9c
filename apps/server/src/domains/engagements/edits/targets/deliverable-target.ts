import { deliverables } from '@officina/db/schema/engagement-work';
import { and, eq, ne } from 'drizzle-orm';
import type { WriteCtx } from '../../../../kernel/context.ts';
import {
  type DeliverableRow,
  holdDeliverable,
  isLiveDocumentOf,
} from '../../deliverables/deliverable-row.ts';
import { approvalOf } from '../../deliverables/store-deliverable.ts';
import { type HoldTarget, storeHeld } from './target.ts';

async function mayDeliver(ctx: WriteCtx, row: DeliverableRow, documentId: string): Promise<boolean> {
  if (!(await isLiveDocumentOf(ctx, documentId, row.engagementId))) return false;
  const tx = await ctx.tx();
  const others = and(
    eq(deliverables.tenantId, ctx.tenant.id),
    eq(deliverables.documentId, documentId),
    ne(deliverables.id, row.id),
  );
  return (await tx.$count(deliverables, others)) === 0;
}

export const holdDeliverableTarget: HoldTarget = async (ctx, id) => {
  const { row, orgId } = await holdDeliverable(ctx, id);
  const { engagementId, title, status, documentId } = row;
  return {
    orgId,
    engagementId,
    title,
    present: { title, status, documentId },
    lockOf: () => null,
    mayRefer: async (unit, field, value) =>
      field !== 'documentId' || value === null || mayDeliver(unit, row, String(value)),
    store: (unit, changes) =>
      storeHeld(unit, deliverables, row, {
        ...changes,
        ...approvalOf(unit, row, changes.status as DeliverableRow['status'] | undefined),
      }),
  };
};
