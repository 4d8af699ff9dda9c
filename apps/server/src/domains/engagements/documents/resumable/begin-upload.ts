import type { UploadProgress } from '@officina/contracts/engagement-documents';
import { uploadBegin } from '@officina/contracts/engagement-documents-inputs';
import { cleanFilename } from '@officina/contracts/filename';
import { uploadSessions } from '@officina/db/schema/documents';
import { and, asc, eq } from 'drizzle-orm';
import { requireUser } from '../../../../kernel/authorize.ts';
import { toDate } from '../../../../kernel/clock.ts';
import type { WriteCtx } from '../../../../kernel/context.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { write } from '../../../../kernel/operation.ts';
import { claimsAgree } from '../../../documents/keep-upload.ts';
import { checkRoom } from '../../../documents/quota.ts';
import { isClient } from '../../org-scope.ts';
import { CLIENT_TYPES } from '../upload-document.ts';
import { findTarget, readAsk, type UploadAsk } from '../upload-target.ts';
import { ownUploads, presentUpload, towards, type UploadSession } from './upload-session.ts';

/** How long a broken upload may be resumed, and how many one person may have under way: what strangers can fill. */
const HOURS = 24;
const MOST_AT_ONCE = 8;

type FileMarks = Pick<typeof uploadSessions.$inferInsert, 'filename' | 'sizeBytes' | 'lastModified'>;

/** The caller's upload of the same file to the same place that broke off, as far as a browser can tell files apart. */
async function findBegun(
  ctx: WriteCtx,
  { engagementId, inquiryId }: UploadAsk,
  { filename, sizeBytes, lastModified }: FileMarks,
): Promise<UploadSession | undefined> {
  if (lastModified == null) return undefined;
  const tx = await ctx.tx();
  const [row] = await tx
    .select()
    .from(uploadSessions)
    .where(
      and(
        ownUploads(ctx),
        towards({ engagementId, inquiryId }),
        eq(uploadSessions.filename, filename),
        eq(uploadSessions.sizeBytes, sizeBytes),
        eq(uploadSessions.lastModified, lastModified),
      ),
    )
    .orderBy(asc(uploadSessions.id))
    .limit(1);
  return row;
}

/**
 * Opens an upload in pieces, or goes on with one of the same file that broke off, as what it was begun. Whatever can be
 * told before the first piece is told now; type and content are judged when the last has arrived, by the same rules as a
 * file sent at once.
 */
export const beginUpload = write({
  name: 'documents.beginUpload',
  permission: 'portal.documents.upload',
  input: uploadBegin,
  async run(
    ctx,
    { filename: name, contentType, sizeBytes, lastModified, ...fields },
  ): Promise<UploadProgress> {
    const ask = readAsk(ctx, fields, sizeBytes);
    const [filename, claimedType] = [cleanFilename(name), contentType.toLowerCase()];
    const claims = { filename, claimedType };
    if (isClient(ctx) && !CLIENT_TYPES.some((type) => claimsAgree(claims, type)))
      throw new AppError('INVALID_FILE_FORMAT', 'Unsupported file type');
    await findTarget(ctx, ask);
    await checkRoom(ctx, sizeBytes);
    const tx = await ctx.tx();
    const begun = await findBegun(ctx, ask, { filename, sizeBytes, lastModified });
    if (begun) return presentUpload(begun);
    const under = await tx.$count(uploadSessions, ownUploads(ctx));
    if (under >= MOST_AT_ONCE) throw new AppError('CONFLICT', 'Too many uploads under way');
    const [row] = await tx
      .insert(uploadSessions)
      .values({
        tenantId: ctx.tenant.id,
        id: newId(),
        userId: requireUser(ctx.actor).id,
        facts: { ...ask },
        filename,
        claimedType,
        sizeBytes,
        lastModified,
        expiresAt: toDate(ctx.now.add({ hours: HOURS })),
        createdAt: toDate(ctx.now),
      })
      .returning();
    if (!row) throw new Error('the upload was not opened');
    return presentUpload(row);
  },
});
