import { createHash } from 'node:crypto';
import { documents } from '@officina/db/schema/documents';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';

export interface NewDocument {
  /** What the file is for: `logo`, `invoice_pdf`. */
  category: string;
  filename: string;
  contentType: string;
  bytes: Buffer;
}

/**
 * Keeps a file of the tenant. The bytes are stored before the row is committed: a refused operation leaves at most
 * bytes that nothing names, never a row without its file.
 */
export async function storeDocument(
  ctx: WriteCtx,
  { bytes, ...facts }: NewDocument,
): Promise<{ id: string; sha256: string }> {
  const id = newId();
  const storageKey = `${ctx.tenant.id}/${id}`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await ctx.services.storage.put(storageKey, bytes, { contentType: facts.contentType, size: bytes.length });
  const tx = await ctx.tx();
  await tx.insert(documents).values({
    tenantId: ctx.tenant.id,
    id,
    ...facts,
    sizeBytes: bytes.length,
    sha256,
    storageKey,
    createdBy: userIdOf(ctx.actor),
    createdAt: toDate(ctx.now),
  });
  return { id, sha256 };
}
