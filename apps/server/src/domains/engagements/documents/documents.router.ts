import { UPLOAD_PART_BYTES } from '@officina/contracts/engagement-documents';
import { mutation, query, router, uploadMutation } from '../../../kernel/trpc.ts';
import { archiveDocument } from './archive-document.ts';
import { listDocuments } from './list-documents.ts';
import { abortUpload } from './resumable/abort-upload.ts';
import { beginUpload } from './resumable/begin-upload.ts';
import { finishUpload } from './resumable/finish-upload.ts';
import { openUploads } from './resumable/open-uploads.ts';
import { putPart } from './resumable/put-part.ts';
import { uploadStatus } from './resumable/upload-status.ts';

export const engagementDocumentsRouter = router({
  list: query(listDocuments),
  archive: mutation(archiveDocument),
  beginUpload: mutation(beginUpload),
  uploadStatus: query(uploadStatus),
  openUploads: query(openUploads),
  /** A form with `id`, `offset` and `part`. */
  putPart: uploadMutation(putPart, { file: 'part', maxBytes: UPLOAD_PART_BYTES }, ({ id, offset }) => ({
    id,
    offset: offset === undefined ? undefined : Number(offset),
  })),
  finishUpload: mutation(finishUpload),
  abortUpload: mutation(abortUpload),
});
