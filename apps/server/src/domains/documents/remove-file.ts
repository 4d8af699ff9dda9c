import { unclaimedFiles } from '@officina/db/schema/documents';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/operation.ts';

export interface FileKey {
  tenantId: string;
  storageKey: string;
}

/**
 * Removes a file if it is still unclaimed. Its note is locked meanwhile, so that a document about to claim it either has
 * done so, and the file stays, or finds that it is gone. A failure leaves the note by which the sweep finds the file.
 */
export async function removeFile(ctx: Ctx, { tenantId, storageKey }: FileKey): Promise<void> {
  const note = and(eq(unclaimedFiles.tenantId, tenantId), eq(unclaimedFiles.storageKey, storageKey));
  await inTransaction(ctx, { conflicts: {}, input: undefined }, async (unit) => {
    const tx = await unit.tx();
    const [found] = await tx
      .select({ since: unclaimedFiles.since })
      .from(unclaimedFiles)
      .where(note)
      .for('update');
    if (!found) return;
    await ctx.services.storage.delete(storageKey);
    await tx.delete(unclaimedFiles).where(note);
  });
}
