import type { UploadProgress } from '@officina/contracts/engagement-documents';
import { byPortalId } from '@officina/contracts/portal-fields';
import { read } from '../../../../kernel/operation.ts';
import { loadUpload, presentUpload } from './upload-session.ts';

/** How far an upload of the caller's has come: after a broken connection it goes on from there. */
export const uploadStatus = read({
  name: 'documents.uploadStatus',
  permission: 'portal.documents.upload',
  input: byPortalId,
  run: async (ctx, { id }): Promise<UploadProgress> => presentUpload(await loadUpload(ctx, id)),
});
