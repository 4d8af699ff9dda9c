import { byPortalId } from '@officina/contracts/portal-fields';
import { write } from '../../../../kernel/operation.ts';
import { dropUpload, holdUpload } from './upload-session.ts';

/** Gives up an upload; what has arrived of it is removed. */
export const abortUpload = write({
  name: 'documents.abortUpload',
  permission: 'portal.documents.upload',
  input: byPortalId,
  async run(ctx, { id }): Promise<{ ok: true }> {
    await dropUpload(ctx, (await holdUpload(ctx, id)).id);
    return { ok: true };
  },
});
