import { PERMANENT_DOCUMENTS } from '@officina/contracts/office';
import {
  PERMANENT_DOCUMENT_BYTES,
  PERMANENT_DOCUMENT_TYPES,
  type PermanentDocumentView,
} from '@officina/contracts/permanent-documents';
import { z } from 'zod';
import { clientDocuments } from '../../../domains/permanent-documents/client-documents.ts';
import { documentSignals } from '../../../domains/permanent-documents/document-signals.ts';
import { uploadDocument } from '../../../domains/permanent-documents/upload-document.ts';
import { row } from '../../row.ts';
import { bodyId, id, pathId, printStamp, stamp } from './wire.ts';

const tag = 'Documents';

const documentType = z.enum(PERMANENT_DOCUMENTS);

const documentShape = z.strictObject({
  id,
  client_id: id,
  document_type: documentType,
  storage_key: z.string(),
  is_present: z.literal(true),
  uploaded_by: id.nullable(),
  uploaded_at: stamp,
});

const printDocument = (document: PermanentDocumentView) => ({
  id: document.ref,
  client_id: document.clientRef,
  document_type: document.documentType,
  storage_key: document.storageKey,
  is_present: true,
  uploaded_by: document.uploadedBy?.ref ?? null,
  uploaded_at: printStamp(document.uploadedAt),
});

const ofClient = z.object({ client_id: pathId }).transform(({ client_id }) => ({ clientRef: client_id }));

const uploadBody = z
  .object({ client_id: bodyId, document_type: z.string({ error: 'Required' }) })
  .transform(({ client_id, document_type }) => ({ clientRef: client_id, documentType: document_type }));

const fields = { clientRef: 'client_id', documentType: 'document_type' } as const;

export const documentRows = [
  row({
    method: 'POST',
    path: '/v1/documents/upload',
    summary: "Put a permanent document on a client's file: PDF, PNG or JPEG, at most 10 MB",
    tag,
    operation: uploadDocument,
    body: uploadBody,
    fields,
    upload: { file: 'file', maxBytes: PERMANENT_DOCUMENT_BYTES, contentTypes: PERMANENT_DOCUMENT_TYPES },
    status: 201,
    answer: 'bare',
    present: (document) => ({ data: printDocument(document) }),
    response: documentShape,
  }),
  row({
    method: 'GET',
    path: '/v1/documents/client/:client_id',
    summary: 'The permanent documents of a client, newest first',
    tag,
    operation: clientDocuments,
    params: ofClient,
    answer: 'bare',
    present: ({ documents }) => ({ data: { items: documents.map(printDocument) } }),
    response: z.strictObject({ items: z.array(documentShape) }),
  }),
  row({
    method: 'GET',
    path: '/v1/documents/client/:client_id/signals',
    summary: "What is missing on a client's file, and which of the client's binders press",
    tag,
    operation: documentSignals,
    params: ofClient,
    answer: 'bare',
    present: ({ clientRef, missing, nearSla, overdue }) => ({
      data: {
        client_id: clientRef,
        missing_documents: missing,
        binders_nearing_sla: nearSla.map(({ binderRef, binderNumber, daysRemaining }) => ({
          binder_id: binderRef,
          binder_number: binderNumber,
          days_remaining: daysRemaining,
        })),
        binders_overdue: overdue.map(({ binderRef, binderNumber, daysOverdue }) => ({
          binder_id: binderRef,
          binder_number: binderNumber,
          days_overdue: daysOverdue,
        })),
      },
    }),
    response: z.strictObject({
      client_id: id,
      missing_documents: z.array(documentType),
      binders_nearing_sla: z.array(
        z.strictObject({ binder_id: id, binder_number: z.string(), days_remaining: z.int() }),
      ),
      binders_overdue: z.array(
        z.strictObject({ binder_id: id, binder_number: z.string(), days_overdue: z.int() }),
      ),
    }),
  }),
];
