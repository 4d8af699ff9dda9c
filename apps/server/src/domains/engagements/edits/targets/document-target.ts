import { deliverables, engagementDocuments } from '@officina/db/schema/engagement-work';
import { engagements, inquiries } from '@officina/db/schema/engagements';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../../kernel/context.ts';
import { isUuid } from '../../../../kernel/ids.ts';
import type { DocumentRow } from '../../documents/document-row.ts';
import { holdDocument } from '../../documents/hold-document.ts';
import type { HoldTarget } from './target.ts';

async function isOfOrg(ctx: WriteCtx, field: string, id: string, orgId: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const table = field === 'engagementId' ? engagements : inquiries;
  const tx = await ctx.tx();
  const own = and(eq(table.tenantId, ctx.tenant.id), eq(table.id, id), eq(table.orgId, orgId));
  return (await tx.$count(table, own)) > 0;
}

/** A deliverable has its document from its own engagement: while it has, the document stays there. */
async function isDelivered(ctx: WriteCtx, { documentId }: DocumentRow): Promise<boolean> {
  const tx = await ctx.tx();
  const its = and(eq(deliverables.tenantId, ctx.tenant.id), eq(deliverables.documentId, documentId));
  return (await tx.$count(deliverables, its)) > 0;
}

export const holdDocumentTarget: HoldTarget = async (ctx, id) => {
  const { row, filename } = await holdDocument(ctx, id);
  const { orgId, engagementId, inquiryId, category, label, description } = row;
  return {
    orgId,
    engagementId,
    title: label ?? filename,
    present: { label, description, category, engagementId, inquiryId },
    lockOf: () => (category === 'evidence' ? 'Evidence documents cannot be edited' : null),
    async mayRefer(unit, field, value) {
      if (field !== 'engagementId' && field !== 'inquiryId') return true;
      if (field === 'engagementId' && (await isDelivered(unit, row))) return false;
      return value === null || isOfOrg(unit, field, String(value), orgId);
    },
    async store(unit, changes) {
      const tx = await unit.tx();
      const own = and(
        eq(engagementDocuments.tenantId, unit.tenant.id),
        eq(engagementDocuments.documentId, row.documentId),
      );
      await tx.update(engagementDocuments).set(changes).where(own);
    },
  };
};
