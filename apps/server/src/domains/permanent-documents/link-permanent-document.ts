import { byRef } from '@officina/contracts/office-fields';
import type { DocumentLink } from '@officina/contracts/permanent-documents';
import { documents } from '@officina/db/schema/documents';
import { and, eq } from 'drizzle-orm';
import { notFound } from '../../kernel/errors.ts';
import { read } from '../../kernel/operation.ts';
import { linkTo, readableWith } from '../documents/link-document.ts';

readableWith('permanent', 'office.documents.read');

/** A link that opens a permanent document for five minutes. */
export const linkPermanentDocument = read({
  name: 'permanentDocuments.link',
  permission: 'office.documents.read',
  input: byRef,
  async run(ctx, { ref }): Promise<DocumentLink> {
    const [row] = await ctx.db
      .select({ id: documents.id })
      .from(documents)
      .where(
        and(
          eq(documents.tenantId, ctx.tenant.id),
          eq(documents.ref, ref),
          eq(documents.category, 'permanent'),
        ),
      );
    if (!row) throw notFound('Document');
    return linkTo(ctx, row.id);
  },
});
