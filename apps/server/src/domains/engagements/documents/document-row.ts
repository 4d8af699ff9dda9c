import type { DocumentView, EngagementDocument } from '@officina/contracts/engagement-documents';
import type { Executor } from '@officina/db/client';
import { contacts } from '@officina/db/schema/contacts';
import { documents } from '@officina/db/schema/documents';
import { engagementDocuments } from '@officina/db/schema/engagement-work';
import { engagements } from '@officina/db/schema/engagements';
import { users } from '@officina/db/schema/identity';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { may } from '../../../kernel/authorize.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { printMoment } from '../portal-print.ts';

export type FileFacts = Pick<
  typeof documents.$inferSelect,
  'filename' | 'contentType' | 'sizeBytes' | 'sha256' | 'createdBy'
>;
export type DocumentRow = typeof engagementDocuments.$inferSelect;

const fileColumns = {
  filename: documents.filename,
  contentType: documents.contentType,
  sizeBytes: documents.sizeBytes,
  sha256: documents.sha256,
  createdBy: documents.createdBy,
};

/** Joins a document to its file. */
export const ofFile = and(
  eq(documents.tenantId, engagementDocuments.tenantId),
  eq(documents.id, engagementDocuments.documentId),
);

/** Documents of engagements and inquiries with what is shown beside them, newest first; takes `tenantId` and `limit`. */
export const namedDocuments = (db: Executor, where: SQL | undefined) =>
  db
    .select({
      row: engagementDocuments,
      file: fileColumns,
      engagementTitle: engagements.title,
      organization: { id: contacts.id, name: contacts.displayName },
      uploader: users.name,
    })
    .from(engagementDocuments)
    .innerJoin(documents, ofFile)
    .innerJoin(
      contacts,
      and(eq(contacts.tenantId, engagementDocuments.tenantId), eq(contacts.id, engagementDocuments.orgId)),
    )
    .leftJoin(
      engagements,
      and(
        eq(engagements.tenantId, engagementDocuments.tenantId),
        eq(engagements.id, engagementDocuments.engagementId),
      ),
    )
    .leftJoin(users, eq(users.id, documents.createdBy))
    .where(and(eq(engagementDocuments.tenantId, sql.placeholder('tenantId')), where))
    .orderBy(desc(engagementDocuments.createdAt), desc(engagementDocuments.documentId))
    .limit(sql.placeholder('limit'));

export interface NamedDocument {
  row: DocumentRow;
  file: FileFacts;
  engagementTitle: string | null;
  organization: { id: string; name: string };
  uploader: string | null;
}

export const presentDocument = (row: DocumentRow, file: FileFacts): DocumentView => ({
  id: row.documentId,
  orgId: row.orgId,
  engagementId: row.engagementId,
  inquiryId: row.inquiryId,
  category: row.category,
  name: file.filename,
  label: row.label,
  description: row.description,
  mimeType: file.contentType,
  size: file.sizeBytes,
  checksum: file.sha256,
  createdAt: row.createdAt.toISOString(),
  uploadedByUserId: file.createdBy,
  archivedAt: printMoment(row.archivedAt),
  archivedByUserId: row.archivedBy,
  archiveReason: row.archiveReason,
});

export const presentNamedDocument = (
  ctx: Ctx,
  { row, file, engagementTitle, organization, uploader }: NamedDocument,
): EngagementDocument => ({
  ...presentDocument(row, file),
  engagement:
    row.engagementId && engagementTitle !== null ? { id: row.engagementId, title: engagementTitle } : null,
  organization,
  uploadedBy: file.createdBy && uploader !== null ? { id: file.createdBy, name: uploader } : null,
  abilities: {
    archive: may(ctx.actor, 'portal.documents.archive') && row.archivedAt === null,
    edit: may(ctx.actor, 'portal.edits.submit') && row.category !== 'evidence',
  },
});
