import { UPLOAD_PART_BYTES, type UploadProgress } from '@officina/contracts/engagement-documents';
import { uploadParts, uploadSessions } from '@officina/db/schema/documents';
import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm';
import { requireUser } from '../../../../kernel/authorize.ts';
import { toDate } from '../../../../kernel/clock.ts';
import type { Ctx, WriteCtx } from '../../../../kernel/context.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { isUuid } from '../../../../kernel/ids.ts';
import { releaseFiles } from '../../../documents/delete-documents.ts';
import type { UploadAsk } from '../upload-target.ts';

export type UploadSession = typeof uploadSessions.$inferSelect;

export const presentUpload = ({
  id,
  sizeBytes,
  receivedBytes,
  expiresAt,
}: UploadSession): UploadProgress => ({
  id,
  sizeBytes,
  receivedBytes,
  partBytes: UPLOAD_PART_BYTES,
  expiresAt: expiresAt.toISOString(),
});

/** The condition for uploads of the caller's own that may still be resumed. */
export const ownUploads = (ctx: Ctx) =>
  and(
    eq(uploadSessions.tenantId, ctx.tenant.id),
    eq(uploadSessions.userId, requireUser(ctx.actor).id),
    gt(uploadSessions.expiresAt, toDate(ctx.now)),
  );

const ownUpload = (ctx: Ctx, id: string) => and(ownUploads(ctx), eq(uploadSessions.id, id));

/** The condition for uploads to one place. */
export const towards = (place: Partial<Pick<UploadAsk, 'engagementId' | 'inquiryId'>>): SQL =>
  sql`${uploadSessions.facts} @> ${JSON.stringify(place)}::jsonb`;

/** An upload of the caller's own; anybody else's, and one that was given up, is NOT_FOUND. */
export async function loadUpload(ctx: Ctx, id: string): Promise<UploadSession> {
  const [row] = isUuid(id) ? await ctx.db.select().from(uploadSessions).where(ownUpload(ctx, id)) : [];
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

/** As `loadUpload`, held until the transaction ends: of two pieces at one moment the second waits. */
export async function holdUpload(ctx: WriteCtx, id: string): Promise<UploadSession> {
  const tx = await ctx.tx();
  const [row] = isUuid(id)
    ? await tx.select().from(uploadSessions).where(ownUpload(ctx, id)).for('update')
    : [];
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

/** The pieces that have arrived, in their order. */
export const partsOf = (ctx: Ctx, uploadId: string) =>
  ctx.db
    .select({ storageKey: uploadParts.storageKey, sizeBytes: uploadParts.sizeBytes })
    .from(uploadParts)
    .where(and(eq(uploadParts.tenantId, ctx.tenant.id), eq(uploadParts.uploadId, uploadId)))
    .orderBy(asc(uploadParts.offsetBytes));

/** Forgets an upload and its pieces; whether it was still there. */
export async function dropUpload(ctx: WriteCtx, uploadId: string): Promise<boolean> {
  const tx = await ctx.tx();
  const parts = await tx
    .delete(uploadParts)
    .where(and(eq(uploadParts.tenantId, ctx.tenant.id), eq(uploadParts.uploadId, uploadId)))
    .returning({ storageKey: uploadParts.storageKey });
  await releaseFiles(
    ctx,
    parts.map(({ storageKey }) => storageKey),
  );
  const gone = await tx
    .delete(uploadSessions)
    .where(and(eq(uploadSessions.tenantId, ctx.tenant.id), eq(uploadSessions.id, uploadId)))
    .returning({ id: uploadSessions.id });
  return gone.length > 0;
}
