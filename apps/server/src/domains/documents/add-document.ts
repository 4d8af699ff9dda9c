import type { PermanentDocument } from '@officina/contracts/office';
import { documents, unclaimedFiles } from '@officina/db/schema/documents';
import { and, eq } from 'drizzle-orm';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { countFile } from './quota.ts';

/** A file that lies in the storage, as `storeFile` and `keepUpload` leave it. */
export interface StoredFile {
  storageKey: string;
  filename: string;
  contentType: string;
  sizeBytes: number;
  sha256: string;
  /** When a scanner found nothing in it. */
  scannedAt?: Date | null;
}

export interface DocumentFacts {
  /** What the file is for: `logo`, `invoice_pdf`, `permanent`. It decides who may read it. */
  category: string;
  contactId?: string;
  documentType?: PermanentDocument;
}

/** Gives a stored file its row, in the operation's transaction. A file that the sweep has removed meanwhile is none. */
export async function addDocument(
  ctx: WriteCtx,
  file: StoredFile,
  facts: DocumentFacts,
  { limited }: { limited: boolean },
) {
  const tx = await ctx.tx();
  const { id: tenantId } = ctx.tenant;
  const [row] = await tx
    .insert(documents)
    .values({
      tenantId,
      id: newId(),
      ...file,
      ...facts,
      createdBy: userIdOf(ctx.actor),
      createdAt: toDate(ctx.now),
    })
    .returning({ id: documents.id, ref: documents.ref });
  const claimed = await tx
    .delete(unclaimedFiles)
    .where(and(eq(unclaimedFiles.tenantId, tenantId), eq(unclaimedFiles.storageKey, file.storageKey)))
    .returning({ key: unclaimedFiles.storageKey });
  if (!row || !claimed.length)
    throw new Error(`the file ${file.storageKey} was swept before its row was written`);
  await countFile(ctx, file.sizeBytes, { limited });
  return row;
}
