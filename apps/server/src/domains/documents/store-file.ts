import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { unclaimedFiles } from '@officina/db/schema/documents';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import type { StoredFacts } from '../../providers/storage/port.ts';
import { removeFile } from './remove-file.ts';

/**
 * Puts a file into the storage under a new key, which tells nothing of its content; `addDocument` then gives it its row.
 * It is noted as unclaimed before the first byte is written and on a connection of its own, so that whatever happens
 * between, file without row is found: it goes with the operation's rollback, else by the sweep.
 * Call it before the operation opens its transaction: an open one would hold a second connection meanwhile.
 */
export async function storeFile(
  ctx: WriteCtx,
  content: Buffer | Readable,
  facts: StoredFacts,
): Promise<string> {
  const { client, storage } = ctx.services;
  if (ctx.db !== client.db) throw new Error('files are stored before the transaction opens');
  const storageKey = `${ctx.tenant.id}/${randomUUID()}`;
  const { id: tenantId } = ctx.tenant;
  await client.db.insert(unclaimedFiles).values({ tenantId, storageKey, since: toDate(ctx.now) });
  ctx.undo(() => removeFile(ctx, { tenantId, storageKey }));
  await storage.put(storageKey, content, facts);
  return storageKey;
}
