import { createHash } from 'node:crypto';
import type { WriteCtx } from '../../kernel/context.ts';
import type { StoredFile } from './add-document.ts';
import { storeFile } from './store-file.ts';

export interface MadeFile {
  filename: string;
  contentType: string;
  bytes: Buffer;
}

/** Stores a file of our own making, or one small enough to have been looked at whole. Before the transaction opens. */
export async function storeBytes(
  ctx: WriteCtx,
  { bytes, filename, contentType }: MadeFile,
): Promise<StoredFile> {
  const storageKey = await storeFile(ctx, bytes, { contentType, size: bytes.length });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { storageKey, filename, contentType, sizeBytes: bytes.length, sha256 };
}
