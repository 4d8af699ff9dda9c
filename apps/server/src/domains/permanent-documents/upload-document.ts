import { PERMANENT_DOCUMENTS } from '@officina/contracts/office';
import {
  PERMANENT_DOCUMENT_TYPES,
  type PermanentDocumentView,
} from '@officina/contracts/permanent-documents';
import { permanentDocumentUpload } from '@officina/contracts/permanent-documents-inputs';
import { AppError } from '../../kernel/errors.ts';
import { write } from '../../kernel/operation.ts';
import { receivedFile } from '../../kernel/received-file.ts';
import { addDocument } from '../documents/add-document.ts';
import { keepUpload } from '../documents/keep-upload.ts';
import { clientFile } from './client-file.ts';

/** The contract tracks that a document is there; a scan that was cut off is on file until a better one is. */
const POLICY = { types: PERMANENT_DOCUMENT_TYPES, claimsMustAgree: false, damagedToo: true };

/**
 * Puts a document on a client's file. Several of a type may be there: the newest counts. The checks come in the order in
 * which the contract names them; the name and the declared type of the file do not count.
 */
export const uploadDocument = write({
  name: 'permanentDocuments.upload',
  permission: 'office.documents.write',
  input: permanentDocumentUpload.extend({ file: receivedFile }),
  async run(ctx, { clientRef, documentType: word, file }): Promise<PermanentDocumentView> {
    const documentType = PERMANENT_DOCUMENTS.find((type) => type === word);
    if (!documentType) throw new AppError('BAD_REQUEST', `Invalid document type: ${word}`);
    const client = await clientFile(ctx, clientRef);
    if (!client) throw new AppError('BAD_REQUEST', `Client ${clientRef} not found`);
    const { contactId } = client;
    const kept = await keepUpload(ctx, file, POLICY);
    const { id, ref } = await addDocument(
      ctx,
      kept,
      { category: 'permanent', contactId, documentType },
      { limited: true },
    );
    const { filename, contentType, sizeBytes, sha256 } = kept;
    ctx.record({
      verb: 'document.uploaded',
      subject: { type: 'document', id },
      contactId,
      after: { documentType, filename, contentType, sizeBytes, sha256 },
    });
    const stored = (await clientFile(ctx, clientRef))?.documents.find((document) => document.ref === ref);
    if (!stored) throw new Error('the document is gone within its own transaction');
    return stored;
  },
});
