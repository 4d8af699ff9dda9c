import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { byPortalId } from '@officina/contracts/portal-fields';
import type { WriteCtx } from '../../../../kernel/context.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { write } from '../../../../kernel/operation.ts';
import { ReceivedFile } from '../../../../kernel/received-file.ts';
import { uploadEngagementDocument } from '../upload-document.ts';
import { dropUpload, loadUpload, partsOf, type UploadSession } from './upload-session.ts';

async function* piecesOf(ctx: WriteCtx, uploadId: string): AsyncGenerator<Buffer> {
  for (const { storageKey } of await partsOf(ctx, uploadId)) {
    const piece = await ctx.services.storage.read(storageKey);
    if (!piece) throw new AppError('NOT_FOUND');
    yield* piece as AsyncIterable<Buffer>;
  }
}

/** The pieces as one file on this machine's disk, as a form would have brought it. */
async function assemble(ctx: WriteCtx, upload: UploadSession, path: string): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  let arrived = 0;
  const measured = async function* () {
    for await (const chunk of piecesOf(ctx, upload.id)) {
      hash.update(chunk);
      arrived += chunk.length;
      yield chunk;
    }
    // Another request has finished it meanwhile.
    if (arrived !== upload.sizeBytes) throw new AppError('NOT_FOUND');
  };
  await pipeline(measured, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  const { filename, claimedType, sizeBytes: size } = upload;
  return new ReceivedFile({ filename, claimedType, size, sha256: hash.digest('hex'), tooLarge: false, path });
}

/**
 * Makes a document of an upload whose last piece has arrived, by the rules of a file sent at once. Of two at one
 * moment one does.
 */
export const finishUpload = write({
  name: 'documents.finishUpload',
  permission: 'portal.documents.upload',
  input: byPortalId,
  async run(ctx, { id }): Promise<{ id: string }> {
    const upload = await loadUpload(ctx, id);
    if (upload.receivedBytes !== upload.sizeBytes)
      throw new AppError('CONFLICT', 'The file is not complete', { receivedBytes: upload.receivedBytes });
    const folder = ctx.services.incomingFolder;
    await mkdir(folder, { recursive: true });
    const path = join(folder, newId());
    try {
      const file = await assemble(ctx, upload, path);
      const document = await uploadEngagementDocument(ctx, { ...upload.facts, file });
      if (!(await dropUpload(ctx, upload.id))) throw new AppError('NOT_FOUND');
      return document;
    } finally {
      await rm(path, { force: true });
    }
  },
});
