import { withExtension } from '@officina/contracts/filename';
import { byPortalId } from '@officina/contracts/portal-fields';
import { documents } from '@officina/db/schema/documents';
import { engagementDocuments } from '@officina/db/schema/engagement-work';
import { and, eq } from 'drizzle-orm';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { extensionsOf } from '../../documents/file-kinds.ts';
import type { OpenedFile } from '../../documents/open-link.ts';
import { ownRows } from '../org-scope.ts';
import { ofFile } from './document-row.ts';

/** A document's file, archived or not; who took it is noted. What is another organisation's does not exist for a client. */
export const downloadDocument = write({
  name: 'documents.download',
  permission: 'portal.documents.read',
  input: byPortalId,
  async run(ctx, { id }): Promise<OpenedFile> {
    const [row] = isUuid(id)
      ? await ctx.db
          .select({
            orgId: engagementDocuments.orgId,
            engagementId: engagementDocuments.engagementId,
            filename: documents.filename,
            contentType: documents.contentType,
            size: documents.sizeBytes,
            storageKey: documents.storageKey,
          })
          .from(engagementDocuments)
          .innerJoin(documents, ofFile)
          .where(
            and(
              eq(engagementDocuments.tenantId, ctx.tenant.id),
              eq(engagementDocuments.documentId, id),
              ownRows(ctx, engagementDocuments.orgId),
            ),
          )
      : [];
    const content = row && (await ctx.services.storage.read(row.storageKey));
    if (!content) throw new AppError('NOT_FOUND');
    ctx.undo(async () => void content.destroy());
    const { orgId: contactId, engagementId, contentType, size } = row;
    ctx.record({ verb: 'document.downloaded', subject: { type: 'document', id }, contactId, engagementId });
    const filename = withExtension(row.filename, extensionsOf(contentType));
    return { filename, contentType, size, content };
  },
});
