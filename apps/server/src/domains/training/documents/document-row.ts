import type { EnrollmentDocumentView } from '@officina/contracts/training-documents';
import { documents } from '@officina/db/schema/documents';
import { enrollmentDocuments } from '@officina/db/schema/training-records';
import { and, desc, eq } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';

export const fileUrlOf = (ctx: Ctx, id: string): string =>
  `${ctx.services.config.publicUrl}/api/enrollment/documents/${id}/file`;

/** Joins a learner's document to its file. */
export const ofFile = and(
  eq(documents.tenantId, enrollmentDocuments.tenantId),
  eq(documents.id, enrollmentDocuments.documentId),
);

/** A learner's documents, the newest first. */
export async function documentsOf(
  ctx: Ctx,
  enrollmentId: string,
  limit = 200,
): Promise<EnrollmentDocumentView[]> {
  const rows = await ctx.db
    .select({
      id: documents.id,
      documentType: enrollmentDocuments.documentType,
      filename: documents.filename,
      sizeBytes: documents.sizeBytes,
      contentType: documents.contentType,
      status: enrollmentDocuments.status,
      rejectionReason: enrollmentDocuments.rejectionReason,
      createdAt: enrollmentDocuments.createdAt,
    })
    .from(enrollmentDocuments)
    .innerJoin(documents, ofFile)
    .where(
      and(
        eq(enrollmentDocuments.tenantId, ctx.tenant.id),
        eq(documents.tenantId, ctx.tenant.id),
        eq(enrollmentDocuments.enrollmentId, enrollmentId),
      ),
    )
    .orderBy(desc(enrollmentDocuments.createdAt), desc(documents.id))
    .limit(limit);
  return rows.map(({ createdAt, ...row }) => ({
    ...row,
    fileUrl: fileUrlOf(ctx, row.id),
    createdAt: createdAt.toISOString(),
  }));
}
