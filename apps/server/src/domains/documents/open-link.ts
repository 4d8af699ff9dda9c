import type { Readable } from 'node:stream';
import { withExtension } from '@officina/contracts/filename';
import { documents } from '@officina/db/schema/documents';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { AppError, notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { extensionsOf } from './file-kinds.ts';
import { readLink } from './link-token.ts';

export interface OpenedFile {
  filename: string;
  contentType: string;
  size: number;
  content: Readable;
}

/**
 * The file that a link opens, whoever presents it: the link is the right to it, given to somebody who had it. Throws
 * INVALID_TOKEN for a link that is forged or out of time.
 */
export const openLink = read({
  name: 'documents.open',
  permission: 'public',
  input: z.object({ link: z.string().max(300) }),
  async run(ctx, { link }): Promise<OpenedFile> {
    const file = readLink(ctx.services.linkKey, link, ctx.now);
    if (!file) throw new AppError('INVALID_TOKEN');
    const [row] = await ctx.db
      .select({
        filename: documents.filename,
        contentType: documents.contentType,
        size: documents.sizeBytes,
        storageKey: documents.storageKey,
      })
      .from(documents)
      .where(and(eq(documents.tenantId, file.tenantId), eq(documents.id, file.documentId)));
    const content = row && (await ctx.services.storage.read(row.storageKey));
    if (!content) throw notFound('Document');
    const filename = withExtension(row.filename, extensionsOf(row.contentType));
    return { filename, contentType: row.contentType, size: row.size, content };
  },
});
