import { withExtension } from '@officina/contracts/filename';
import { enrollmentDocument } from '@officina/contracts/training-learner-inputs';
import { documents } from '@officina/db/schema/documents';
import { enrollmentDocuments } from '@officina/db/schema/training-records';
import { and, eq } from 'drizzle-orm';
import { may, requireUser } from '../../../kernel/authorize.ts';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { read } from '../../../kernel/operation.ts';
import { extensionsOf } from '../../documents/file-kinds.ts';
import { ofFile } from './document-row.ts';

/** The file of a learner's document: for its uploader and for staff; to everybody else it does not exist. */
export const openEnrollmentFile = read({
  name: 'training.openFile',
  permission: 'training.learn',
  input: enrollmentDocument,
  async run(ctx, { id }) {
    const { id: userId } = requireUser(ctx.actor);
    const own = may(ctx.actor, 'training.read') ? undefined : eq(enrollmentDocuments.userId, userId);
    const [row] = isUuid(id)
      ? await ctx.db
          .select({
            filename: documents.filename,
            contentType: documents.contentType,
            size: documents.sizeBytes,
            storageKey: documents.storageKey,
          })
          .from(enrollmentDocuments)
          .innerJoin(documents, ofFile)
          .where(
            and(
              eq(enrollmentDocuments.tenantId, ctx.tenant.id),
              eq(documents.tenantId, ctx.tenant.id),
              eq(enrollmentDocuments.documentId, id),
              own,
            ),
          )
      : [];
    const content = row && (await ctx.services.storage.read(row.storageKey));
    if (!content) throw notFound('Document');
    const { contentType, size } = row;
    return { filename: withExtension(row.filename, extensionsOf(contentType)), contentType, size, content };
  },
});
