import { documentTarget } from '@officina/contracts/engagement-documents-inputs';
import { engagementDocuments } from '@officina/db/schema/engagement-work';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../kernel/context.ts';
import { write } from '../../../kernel/operation.ts';
import { receivedFile } from '../../../kernel/received-file.ts';
import { addDocument } from '../../documents/add-document.ts';
import type { UploadType } from '../../documents/file-kinds.ts';
import { inspectUpload, keepUpload, type UploadPolicy } from '../../documents/keep-upload.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { mailClients } from '../mail-clients.ts';
import { isClient } from '../org-scope.ts';
import { findTarget, readAsk } from './upload-target.ts';

export const CLIENT_TYPES: readonly UploadType[] = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'image/png',
  'image/jpeg',
];

/** Clients' files are of four kinds, by their first bytes; staff hand out whatever their work produces. */
const policyFor = (ctx: Ctx): UploadPolicy =>
  isClient(ctx)
    ? { types: CLIENT_TYPES, claimsMustAgree: true, damagedToo: true }
    : { types: 'any', claimsMustAgree: false };

/** Clients' documents are told to staff, those of staff to the organisation's people, to them by mail too. */
async function tellUpload(ctx: WriteCtx, orgId: string, id: string, name: string): Promise<void> {
  const client = isClient(ctx);
  await tellPortal(ctx, client ? 'staff' : { orgId }, 'document_uploaded', {
    entityType: 'document',
    entityId: id,
    body: name,
  });
  if (client) return;
  const subject = 'A document has been added for you';
  await mailClients(ctx, orgId, { subject, lines: [name], path: '/portal/documents' });
}

/** Adds a document to an engagement or an inquiry. The checks come in the order in which the contract names them. */
export const uploadEngagementDocument = write({
  name: 'documents.upload',
  permission: 'portal.documents.upload',
  input: documentTarget.extend({ file: receivedFile.optional() }),
  async run(ctx, { file, ...fields }): Promise<{ id: string }> {
    const ask = readAsk(ctx, fields, file?.size ?? null, file?.tooLarge);
    if (!file) throw new Error('an upload without file was let through');
    const policy = policyFor(ctx);
    await inspectUpload(file, policy);
    await findTarget(ctx, ask);
    const kept = await keepUpload(ctx, file, policy);
    const tx = await ctx.tx();
    // Once more, and held: it may have been closed or purged while the file was stored.
    const orgId = await findTarget(ctx, ask);
    const facts = { category: 'engagement', contactId: orgId };
    const { id } = await addDocument(ctx, kept, facts, { limited: true });
    await tx.insert(engagementDocuments).values({
      tenantId: ctx.tenant.id,
      documentId: id,
      orgId,
      ...ask,
      createdAt: toDate(ctx.now),
    });
    const { filename, contentType, sizeBytes, sha256 } = kept;
    ctx.record({
      verb: 'document.uploaded',
      subject: { type: 'document', id },
      contactId: orgId,
      engagementId: ask.engagementId,
      after: { ...ask, filename, contentType, sizeBytes, sha256 },
    });
    await tellUpload(ctx, orgId, id, filename);
    return { id };
  },
});
