import { buffer } from 'node:stream/consumers';
import { documents } from '@officina/db/schema/documents';
import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '../../kernel/context.ts';
import { prepared } from '../../kernel/statement.ts';

const byId = prepared((db) =>
  db
    .select({
      filename: documents.filename,
      contentType: documents.contentType,
      storageKey: documents.storageKey,
    })
    .from(documents)
    .where(and(eq(documents.tenantId, sql.placeholder('tenantId')), eq(documents.id, sql.placeholder('id'))))
    .prepare('document_by_id'),
);

/** A stored file of the tenant whole in memory, or null when the tenant has no such file. For files of our own making. */
export async function loadDocument(
  ctx: Ctx,
  id: string,
): Promise<{ filename: string; contentType: string; bytes: Buffer } | null> {
  const [row] = await byId(ctx.db).execute({ tenantId: ctx.tenant.id, id });
  if (!row) return null;
  const { storageKey, ...facts } = row;
  const content = await ctx.services.storage.read(storageKey);
  if (!content) throw new Error(`the file of document ${id} is gone from the storage`);
  return { ...facts, bytes: await buffer(content) };
}
