import type { ItemView } from '@officina/contracts/item-sales';
import { items } from '@officina/db/schema/items';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { laterThan } from '../../../kernel/clock.ts';
import { write } from '../../../kernel/operation.ts';
import { receivedFile } from '../../../kernel/received-file.ts';
import { addDocument } from '../../documents/add-document.ts';
import { FILE_KINDS, type UploadType } from '../../documents/file-kinds.ts';
import { keepUpload } from '../../documents/keep-upload.ts';
import { presentItem } from './item-view.ts';
import { ownItem } from './load-item.ts';

/** 8 MiB, as long as forms may be. */
export const ITEM_FILE = { file: 'file', maxBytes: 8 * 1024 * 1024 };

const TYPES = Object.keys(FILE_KINDS) as UploadType[];

/** What buyers of an item get. Who has bought it already gets the new file too. */
export const setItemFile = write({
  name: 'items.setFile',
  permission: 'studio.items.write',
  input: z.object({ id: z.string(), file: receivedFile }),
  async run(ctx, { id, file }): Promise<ItemView> {
    const before = await ownItem(ctx, id);
    const stored = await keepUpload(ctx, file, { types: TYPES, claimsMustAgree: false });
    const tx = await ctx.tx();
    const { id: documentId } = await addDocument(ctx, stored, { category: 'item' }, { limited: true });
    await tx
      .update(items)
      .set({ documentId, updatedAt: laterThan(before.updatedAt, ctx.now) })
      .where(and(eq(items.tenantId, ctx.tenant.id), eq(items.id, id)));
    ctx.record({
      verb: 'item.updated',
      subject: { type: 'item', id },
      before: { documentId: before.documentId },
      after: { documentId },
    });
    return presentItem(ctx, await ownItem(ctx, id));
  },
});
