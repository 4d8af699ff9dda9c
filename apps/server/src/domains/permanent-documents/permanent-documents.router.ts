import { PERMANENT_DOCUMENT_BYTES } from '@officina/contracts/permanent-documents';
import { query, router, uploadMutation } from '../../kernel/trpc.ts';
import { clientDocuments } from './client-documents.ts';
import { linkPermanentDocument } from './link-permanent-document.ts';
import { uploadDocument } from './upload-document.ts';

export const permanentDocumentsRouter = router({
  forClient: query(clientDocuments),
  link: query(linkPermanentDocument),
  /** A form with `clientRef`, `documentType` and `file`. */
  upload: uploadMutation(
    uploadDocument,
    { file: 'file', maxBytes: PERMANENT_DOCUMENT_BYTES },
    ({ clientRef, documentType }) => ({
      clientRef: clientRef === undefined ? undefined : Number(clientRef),
      documentType,
    }),
  ),
});
