import { STAFF_DOCUMENT_BYTES } from '@officina/contracts/engagement-documents';
import { documentArchive, documentTarget } from '@officina/contracts/engagement-documents-inputs';
import { archiveDocument } from '../../../domains/engagements/documents/archive-document.ts';
import { downloadDocument } from '../../../domains/engagements/documents/download-document.ts';
import { uploadEngagementDocument } from '../../../domains/engagements/documents/upload-document.ts';
import { fileRow, row } from '../../row.ts';
import { portalFailures } from './dialect.ts';
import { id, okay } from './wire.ts';

const tag = 'Documents';

export const documentRows = [
  row({
    method: 'POST',
    path: '/portal/documents',
    summary:
      'Add a document to an engagement or an inquiry; clients: PDF, DOCX, PNG or JPEG of at most 10 MiB',
    tag,
    operation: uploadEngagementDocument,
    body: documentTarget,
    upload: { file: 'file', maxBytes: STAFF_DOCUMENT_BYTES, contentTypes: ['*/*'], optional: true },
    status: 201,
    answer: 'data',
    present: (made) => ({ data: undefined, beside: made }),
    response: okay({ id }),
  }),
  fileRow({
    method: 'GET',
    path: '/portal/documents/:id/download',
    summary: "A document's file",
    tag,
    operation: downloadDocument,
    answer: 'file',
    contentTypes: ['*/*'],
    failures: portalFailures({ FORBIDDEN: [404, 'Not found'] }),
  }),
  row({
    method: 'POST',
    path: '/portal/documents/:id/archive',
    summary: 'Put a document out of sight',
    tag,
    operation: archiveDocument,
    body: documentArchive.omit({ id: true }),
    answer: 'data',
    present: () => ({ data: undefined }),
    response: okay(),
  }),
];
