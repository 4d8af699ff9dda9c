import { documents } from '@officina/db/schema/documents';
import { engagementDocuments } from '@officina/db/schema/engagement-work';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { ownRows } from '../org-scope.ts';
import { type DocumentRow, ofFile } from './document-row.ts';

/** A document that the caller sees, held until the transaction ends, with the name of its file; else NOT_FOUND. */
export async function holdDocument(
  ctx: WriteCtx,
  id: string,
): Promise<{ row: DocumentRow; filename: string }> {
  const tx = await ctx.tx();
  const [found] = isUuid(id)
    ? await tx
        .select({ row: engagementDocuments, filename: documents.filename })
        .from(engagementDocuments)
        .innerJoin(documents, ofFile)
        .where(
          and(
            eq(engagementDocuments.tenantId, ctx.tenant.id),
            eq(engagementDocuments.documentId, id),
            ownRows(ctx, engagementDocuments.orgId),
          ),
        )
        .for('update', { of: engagementDocuments })
    : [];
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}
