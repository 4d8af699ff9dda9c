import { documentArchive } from '@officina/contracts/engagement-documents-inputs';
import { documents } from '@officina/db/schema/documents';
import { engagementDocuments } from '@officina/db/schema/engagement-work';
import { and, eq, isNull } from 'drizzle-orm';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { insertEdit } from '../edits/insert-edit.ts';
import { ofFile } from './document-row.ts';

/** Puts a document out of sight for good, though not out of reach. One that is archived already stays as it is. */
export const archiveDocument = write({
  name: 'documents.archive',
  permission: 'portal.documents.archive',
  input: documentArchive,
  async run(ctx, { id, reason }): Promise<{ ok: true }> {
    const { id: userId } = requireUser(ctx.actor);
    const tx = await ctx.tx();
    const own = and(eq(engagementDocuments.tenantId, ctx.tenant.id), eq(engagementDocuments.documentId, id));
    const [known] = isUuid(id)
      ? await tx
          .select({ name: documents.filename })
          .from(engagementDocuments)
          .innerJoin(documents, ofFile)
          .where(own)
      : [];
    if (!known) throw new AppError('NOT_FOUND');
    const now = toDate(ctx.now);
    const [row] = await tx
      .update(engagementDocuments)
      .set({ archivedAt: now, archivedBy: userId, archiveReason: reason })
      .where(and(own, isNull(engagementDocuments.archivedAt)))
      .returning();
    if (!row) return { ok: true };
    const subject = { type: 'document', id };
    const { orgId, engagementId } = row;
    const diff = [
      { field: 'archivedAt', from: null, to: now.toISOString() },
      { field: 'archiveReason', from: null, to: reason },
    ];
    await insertEdit(ctx, {
      entityType: 'document',
      entityId: id,
      orgId,
      engagementId,
      kind: 'archive',
      status: 'applied',
      reason,
      diff,
    });
    const before = { archivedAt: null };
    const after = { archivedAt: now };
    ctx.record({ verb: 'document.archived', subject, contactId: orgId, engagementId, before, after, reason });
    await tellPortal(ctx, { orgId }, 'document_archived', {
      entityType: 'document',
      entityId: id,
      body: known.name,
    });
    return { ok: true };
  },
});
