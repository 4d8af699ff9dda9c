import { documentList } from '@officina/contracts/engagement-documents-inputs';
import { engagementDocuments } from '@officina/db/schema/engagement-work';
import { eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { read } from '../../../kernel/operation.ts';
import { newestFirst } from '../newest-first.ts';
import { namedDocuments, presentNamedDocument } from './document-row.ts';

const { createdAt, documentId, orgId, engagementId, inquiryId, category, archivedAt } = engagementDocuments;

export const documentRecords = newestFirst({
  name: 'engagement_documents',
  select: namedDocuments,
  createdAt,
  id: documentId,
  own: eq(orgId, sql.placeholder('orgId')),
  filters: {
    engagementId,
    inquiryId,
    category,
    archived: (archived: boolean) => (archived ? isNotNull(archivedAt) : isNull(archivedAt)),
  },
  placeOf: ({ row }) => ({ createdAt: row.createdAt, id: row.documentId }),
  present: presentNamedDocument,
});

/** Documents, newest first; clients see those of their organisation. */
export const listDocuments = read({
  name: 'documents.list',
  permission: 'portal.documents.read',
  input: documentList,
  run: documentRecords.page,
});
