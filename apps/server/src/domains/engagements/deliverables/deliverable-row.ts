import { DELIVERABLE_TRANSITIONS, type Deliverable } from '@officina/contracts/engagements';
import type { Executor } from '@officina/db/client';
import { deliverables, engagementDocuments } from '@officina/db/schema/engagement-work';
import { engagements } from '@officina/db/schema/engagements';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { ownRows } from '../org-scope.ts';
import { printMoment } from '../portal-print.ts';

export type DeliverableRow = typeof deliverables.$inferSelect;

export const presentDeliverable = (ctx: Ctx, row: DeliverableRow): Deliverable => ({
  id: row.id,
  engagementId: row.engagementId,
  title: row.title,
  status: row.status,
  documentId: row.documentId,
  approvedAt: printMoment(row.approvedAt),
  approvedById: row.approvedBy,
  approvalNote: row.approvalNote,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  version: row.version,
  abilities: {
    edit: may(ctx.actor, 'portal.engagements.write'),
    approve:
      may(ctx.actor, 'portal.deliverables.approve') &&
      DELIVERABLE_TRANSITIONS.client[row.status].includes('approved'),
  },
});

/** The deliverables of the engagement `id`, oldest first; takes `tenantId` too. */
export const deliverablesOf = (db: Executor) =>
  db
    .select()
    .from(deliverables)
    .where(
      and(
        eq(deliverables.tenantId, sql.placeholder('tenantId')),
        eq(deliverables.engagementId, sql.placeholder('id')),
      ),
    )
    .orderBy(asc(deliverables.createdAt), asc(deliverables.id));

/** A deliverable that the caller sees, held until the transaction ends, with its organisation; else NOT_FOUND. */
export async function holdDeliverable(
  ctx: WriteCtx,
  id: string,
): Promise<{ row: DeliverableRow; orgId: string }> {
  const tx = await ctx.tx();
  const [found] = isUuid(id)
    ? await tx
        .select({ row: deliverables, orgId: engagements.orgId })
        .from(deliverables)
        .innerJoin(
          engagements,
          and(eq(engagements.tenantId, deliverables.tenantId), eq(engagements.id, deliverables.engagementId)),
        )
        .where(
          and(
            eq(deliverables.tenantId, ctx.tenant.id),
            eq(deliverables.id, id),
            ownRows(ctx, engagements.orgId),
          ),
        )
        .for('update', { of: deliverables })
    : [];
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}

const noDocument = () => new AppError('BAD_REQUEST', 'Invalid document');

/** A document belongs to one deliverable at most. */
export const deliverableConflicts = { deliverables_document_unique: noDocument };

/** Whether it is a document of the engagement that is not archived. */
export async function isLiveDocumentOf(
  ctx: WriteCtx,
  documentId: string,
  engagementId: string,
): Promise<boolean> {
  const tx = await ctx.tx();
  const [found] = isUuid(documentId)
    ? await tx
        .select({ id: engagementDocuments.documentId })
        .from(engagementDocuments)
        .where(
          and(
            eq(engagementDocuments.tenantId, ctx.tenant.id),
            eq(engagementDocuments.documentId, documentId),
            eq(engagementDocuments.engagementId, engagementId),
            isNull(engagementDocuments.archivedAt),
          ),
        )
    : [];
  return found !== undefined;
}

/** Refuses a document that is not a live one of the engagement. */
export async function checkDocument(
  ctx: WriteCtx,
  documentId: string | null | undefined,
  engagementId: string,
): Promise<void> {
  if (documentId && !(await isLiveDocumentOf(ctx, documentId, engagementId))) throw noDocument();
}
