import type { UploadProgress } from '@officina/contracts/engagement-documents';
import { uploadBegin } from '@officina/contracts/engagement-documents-inputs';
import { cleanFilename } from '@officina/contracts/filename';
import { uploadSessions } from '@officina/db/schema/documents';
import { and, eq, gt } from 'drizzle-orm';
import { requireUser } from '../../../../kernel/authorize.ts';
import { toDate } from '../../../../kernel/clock.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { write } from '../../../../kernel/operation.ts';
import { claimsAgree } from '../../../documents/keep-upload.ts';
import { checkRoom } from '../../../documents/quota.ts';
import { isClient } from '../../org-scope.ts';
import { CLIENT_TYPES } from '../upload-document.ts';
import { findTarget, readAsk } from '../upload-target.ts';
import { presentUpload } from './upload-session.ts';

/** How long a broken upload may be resumed, and how many one person may have under way: what strangers can fill. */
const HOURS = 24;
const MOST_AT_ONCE = 8;

/**
 * Opens an upload in pieces. Whatever can be told before the first one is told now; type and content are judged when
 * the last has arrived, by the same rules as a file sent at once.
 */
export const beginUpload = write({
  name: 'documents.beginUpload',
  permission: 'portal.documents.upload',
  input: uploadBegin,
  async run(ctx, { filename: name, contentType, sizeBytes, ...fields }): Promise<UploadProgress> {
    const ask = readAsk(ctx, fields, sizeBytes);
    const [filename, claimedType] = [cleanFilename(name), contentType.toLowerCase()];
    const claims = { filename, claimedType };
    if (isClient(ctx) && !CLIENT_TYPES.some((type) => claimsAgree(claims, type)))
      throw new AppError('INVALID_FILE_FORMAT', 'Unsupported file type');
    await findTarget(ctx, ask);
    await checkRoom(ctx, sizeBytes);
    const { id: userId } = requireUser(ctx.actor);
    const [tenantId, now] = [ctx.tenant.id, toDate(ctx.now)];
    const tx = await ctx.tx();
    const under = await tx.$count(
      uploadSessions,
      and(
        eq(uploadSessions.tenantId, tenantId),
        eq(uploadSessions.userId, userId),
        gt(uploadSessions.expiresAt, now),
      ),
    );
    if (under >= MOST_AT_ONCE) throw new AppError('CONFLICT', 'Too many uploads under way');
    const [row] = await tx
      .insert(uploadSessions)
      .values({
        tenantId,
        id: newId(),
        userId,
        facts: { ...ask },
        filename,
        claimedType,
        sizeBytes,
        expiresAt: toDate(ctx.now.add({ hours: HOURS })),
        createdAt: now,
      })
      .returning();
    if (!row) throw new Error('the upload was not opened');
    return presentUpload(row);
  },
});
