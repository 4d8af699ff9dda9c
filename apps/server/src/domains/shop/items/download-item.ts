import { withExtension } from '@officina/contracts/filename';
import { documents } from '@officina/db/schema/documents';
import { items } from '@officina/db/schema/items';
import { itemGrants } from '@officina/db/schema/shop';
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import { notFound } from '../../../kernel/errors.ts';
import { hashSecret, isUuid } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { extensionsOf } from '../../documents/file-kinds.ts';
import type { OpenedFile } from '../../documents/open-link.ts';

/**
 * What somebody has bought, for them and with the token that they were given: until it expires and as often as they paid
 * for. Whatever is wrong with it, there is no such download.
 */
export const downloadItem = write({
  name: 'items.download',
  permission: 'payments.pay',
  input: z.object({ id: z.string(), token: z.string().max(200).default('') }),
  async run(ctx, { id, token }): Promise<OpenedFile> {
    const { id: userId } = requireUser(ctx.actor);
    if (!isUuid(id)) throw notFound('Download');
    const tx = await ctx.tx();
    const [grant] = await tx
      .update(itemGrants)
      .set({ downloadsLeft: sql`${itemGrants.downloadsLeft} - 1` })
      .where(
        and(
          eq(itemGrants.tenantId, ctx.tenant.id),
          eq(itemGrants.id, id),
          eq(itemGrants.userId, userId),
          eq(itemGrants.tokenHash, hashSecret(token)),
          gt(itemGrants.expiresAt, toDate(ctx.now)),
          or(isNull(itemGrants.downloadsLeft), gt(itemGrants.downloadsLeft, 0)),
        ),
      )
      .returning({ itemId: itemGrants.itemId, left: itemGrants.downloadsLeft });
    if (!grant) throw notFound('Download');
    const [file] = await tx
      .select({
        filename: documents.filename,
        contentType: documents.contentType,
        size: documents.sizeBytes,
        storageKey: documents.storageKey,
      })
      .from(items)
      .innerJoin(documents, and(eq(documents.tenantId, items.tenantId), eq(documents.id, items.documentId)))
      .where(and(eq(items.tenantId, ctx.tenant.id), eq(items.id, grant.itemId)));
    const content = file && (await ctx.services.storage.read(file.storageKey));
    if (!content) throw notFound('Download');
    ctx.record({
      verb: 'item.downloaded',
      subject: { type: 'item', id: grant.itemId },
      after: { grantId: id, downloadsLeft: grant.left },
    });
    const filename = withExtension(file.filename, extensionsOf(file.contentType));
    return { filename, contentType: file.contentType, size: file.size, content };
  },
});
