import type { DocumentLink } from '@officina/contracts/permanent-documents';
import type { Permission } from '@officina/contracts/permissions';
import { documents } from '@officina/db/schema/documents';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { read } from '../../kernel/operation.ts';
import { mayOn } from '../permissions/may-on.ts';
import { signLink } from './link-token.ts';

type Reader = Permission | 'member';

const readers = new Map<string, Reader>();

/** Says who may read the files of a category, once, by the domain whose records they belong to. Others nobody may. */
export function readableWith(category: string, access: Reader): void {
  if (readers.has(category)) throw new Error(`who reads ${category} is said twice`);
  readers.set(category, access);
}

/** A link to a document that the caller has been found to may read. */
export function linkTo(ctx: Ctx, documentId: string): DocumentLink {
  const { token, expiresAt } = signLink(
    ctx.services.linkKey,
    { tenantId: ctx.tenant.id, documentId },
    ctx.now,
  );
  // In the query and not in the path: paths are logged.
  return { url: `/api/files?link=${token}`, expiresAt: new Date(expiresAt.epochMilliseconds).toISOString() };
}

/** A link that opens a file of the tenant for five minutes, for whoever may read files of its category or was given this one. */
export const linkDocument = read({
  name: 'documents.link',
  permission: 'member',
  input: z.object({ id: z.string() }),
  async run(ctx, { id }): Promise<DocumentLink> {
    if (!isUuid(id)) throw notFound('Document');
    const [row] = await ctx.db
      .select({ category: documents.category })
      .from(documents)
      .where(and(eq(documents.tenantId, ctx.tenant.id), eq(documents.id, id)));
    const access = row && readers.get(row.category);
    if (!access) throw notFound('Document');
    const held = access === 'member' || may(ctx.actor, access);
    if (!held && !(await mayOn(ctx, 'document', id, 'can_view'))) throw new AppError('FORBIDDEN');
    return linkTo(ctx, id);
  },
});
