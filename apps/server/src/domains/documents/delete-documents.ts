import { documents, storageUsage, unclaimedFiles } from '@officina/db/schema/documents';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../kernel/context.ts';
import { removeFile } from './remove-file.ts';

/** Files that nothing names any more, from this transaction on: a job removes them once it is committed, else the sweep. */
export async function releaseFiles(ctx: WriteCtx, storageKeys: readonly string[]): Promise<void> {
  if (!storageKeys.length) return;
  const tx = await ctx.tx();
  const [tenantId, since] = [ctx.tenant.id, toDate(ctx.now)];
  await tx
    .insert(unclaimedFiles)
    .values(storageKeys.map((storageKey) => ({ tenantId, storageKey, since })))
    .onConflictDoNothing();
  ctx.enqueue('remove-files', { storageKeys });
}

/** The job `remove-files`. */
export async function removeReleased(ctx: Ctx, { storageKeys }: Record<string, unknown>): Promise<void> {
  for (const storageKey of storageKeys as string[])
    await removeFile(ctx, { tenantId: ctx.tenant.id, storageKey });
}

/** Deletes documents with their files. Whatever refers to them is the caller's to let go first. */
export async function deleteDocuments(ctx: WriteCtx, ids: readonly string[]): Promise<void> {
  if (!ids.length) return;
  const tx = await ctx.tx();
  const deleted = await tx
    .delete(documents)
    .where(and(eq(documents.tenantId, ctx.tenant.id), inArray(documents.id, [...ids])))
    .returning({ storageKey: documents.storageKey, sizeBytes: documents.sizeBytes });
  const freed = deleted.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  await tx
    .update(storageUsage)
    .set({ usedBytes: sql`greatest(0, used_bytes - ${freed}::bigint)` })
    .where(eq(storageUsage.tenantId, ctx.tenant.id));
  await releaseFiles(
    ctx,
    deleted.map(({ storageKey }) => storageKey),
  );
}
