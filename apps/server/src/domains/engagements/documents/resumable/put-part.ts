import { UPLOAD_PART_BYTES, type UploadProgress } from '@officina/contracts/engagement-documents';
import { uploadPart } from '@officina/contracts/engagement-documents-inputs';
import { unclaimedFiles, uploadParts, uploadSessions } from '@officina/db/schema/documents';
import { and, eq } from 'drizzle-orm';
import { AppError, invalid } from '../../../../kernel/errors.ts';
import { write } from '../../../../kernel/operation.ts';
import { receivedFile } from '../../../../kernel/received-file.ts';
import { storeFile } from '../../../documents/store-file.ts';
import { holdUpload, loadUpload, presentUpload } from './upload-session.ts';

/**
 * Takes the next piece. One that arrived before changes nothing: the answer says from where to go on. CONFLICT where
 * another request brought the same piece at the same moment.
 */
export const putPart = write({
  name: 'documents.putPart',
  permission: 'portal.documents.upload',
  input: uploadPart.extend({ part: receivedFile }),
  async run(ctx, { id, offset, part }): Promise<UploadProgress> {
    const upload = await loadUpload(ctx, id);
    if (offset !== upload.receivedBytes) return presentUpload(upload);
    const wanted = Math.min(UPLOAD_PART_BYTES, upload.sizeBytes - offset);
    if (part.tooLarge || part.size !== wanted || wanted === 0)
      throw invalid({ field: 'part', message: `Must be ${wanted} bytes` });
    const facts = { contentType: 'application/octet-stream', size: part.size };
    const storageKey = await storeFile(ctx, part.open(), facts);
    const tx = await ctx.tx();
    const held = await holdUpload(ctx, id);
    if (held.receivedBytes !== offset) throw new AppError('CONFLICT', 'This piece has arrived already');
    const tenantId = ctx.tenant.id;
    await tx
      .insert(uploadParts)
      .values({ tenantId, uploadId: held.id, offsetBytes: offset, sizeBytes: part.size, storageKey });
    const claimed = await tx
      .delete(unclaimedFiles)
      .where(and(eq(unclaimedFiles.tenantId, tenantId), eq(unclaimedFiles.storageKey, storageKey)))
      .returning({ key: unclaimedFiles.storageKey });
    if (!claimed.length) throw new Error(`the piece ${storageKey} was swept before its row was written`);
    const [stored] = await tx
      .update(uploadSessions)
      .set({ receivedBytes: offset + part.size })
      .where(and(eq(uploadSessions.tenantId, tenantId), eq(uploadSessions.id, held.id)))
      .returning();
    if (!stored) throw new Error('a held upload is gone');
    return presentUpload(stored);
  },
});
