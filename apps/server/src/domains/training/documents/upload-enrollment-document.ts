import { ENROLLMENT_DOCUMENT_TYPES, type EnrollmentDocumentType } from '@officina/contracts/training';
import { ENROLLMENT_FILE_TYPES, type EnrollmentDocumentView } from '@officina/contracts/training-documents';
import { enrollmentDocumentUpload } from '@officina/contracts/training-learner-inputs';
import { enrollmentDocuments } from '@officina/db/schema/training-records';
import { requireUser } from '../../../kernel/authorize.ts';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { receivedFile } from '../../../kernel/received-file.ts';
import { addDocument, type StoredFile } from '../../documents/add-document.ts';
import { extensionsOf } from '../../documents/file-kinds.ts';
import { keepUpload } from '../../documents/keep-upload.ts';
import { deny, enforce, judge } from '../enforcement/enforce.ts';
import { regulated } from '../enforcement/regulated.ts';
import { lockStanding, readStanding } from '../enforcement/standing.ts';
import { changeEnrollment } from '../enrollments/change-enrollment.ts';
import { type EnrollmentRow, loadEnrollment } from '../enrollments/load-enrollment.ts';
import { fileUrlOf } from './document-row.ts';
import { freePath } from './free-path.ts';

/** A photo that broke off is looked at by staff, who say so; the name and the declared type do not count. */
const POLICY = { types: ENROLLMENT_FILE_TYPES, claimsMustAgree: false, damagedToo: true };

async function ownEnrollment(ctx: WriteCtx, id: string, userId: string): Promise<EnrollmentRow> {
  const enrollment = await loadEnrollment(ctx, id);
  if (enrollment.userId !== userId) throw new AppError('ENROLLMENT_NOT_FOUND');
  return enrollment;
}

async function store(
  ctx: WriteCtx,
  file: StoredFile,
  { id: enrollmentId, userId }: EnrollmentRow,
  documentType: EnrollmentDocumentType,
): Promise<EnrollmentDocumentView & { path: string }> {
  const { id } = await addDocument(ctx, file, { category: 'enrollment' }, { limited: true });
  const [extension = 'bin'] = extensionsOf(file.contentType);
  const path = await freePath(ctx, `${userId}/${enrollmentId}/${documentType}`, extension);
  const tx = await ctx.tx();
  const createdAt = toDate(ctx.now);
  await tx.insert(enrollmentDocuments).values({
    tenantId: ctx.tenant.id,
    documentId: id,
    userId,
    enrollmentId,
    documentType,
    path,
    createdAt,
  });
  const { filename, sizeBytes, contentType } = file;
  return {
    id,
    documentType,
    filename,
    sizeBytes,
    contentType,
    status: 'pending_review',
    rejectionReason: null,
    fileUrl: fileUrlOf(ctx, id),
    createdAt: createdAt.toISOString(),
    path,
  };
}

/**
 * Puts a paper into the learner's file. The checks come in the order in which the contract names them; the engine is asked
 * before the file is looked at, and again once the enrolment is held, since storing takes a while.
 */
export const uploadEnrollmentDocument = regulated({
  name: 'training.uploadDocument',
  permission: 'training.learn',
  path: '/api/enrollment/upload-document',
  input: enrollmentDocumentUpload.extend({ file: receivedFile }),
  async run(ctx, { documentType: word, enrollmentId = '', file }, guard) {
    const { id: userId } = requireUser(ctx.actor);
    if (file.size === 0) throw new AppError('FILE_REQUIRED');
    const documentType = ENROLLMENT_DOCUMENT_TYPES.find((type) => type === word);
    if (!documentType) throw new AppError('INVALID_DOCUMENT_TYPE');
    if (!isUuid(enrollmentId)) throw new AppError('INVALID_ENROLLMENT_ID');
    const enrollment = await ownEnrollment(ctx, enrollmentId, userId);
    const meant = { userId, programId: enrollment.programId, strictly: true };
    const early = { action: 'UPLOAD_DOCUMENT', standing: await readStanding(ctx, meant) } as const;
    const { denial } = await judge(ctx, early);
    if (denial) return deny(guard, early, denial);
    const kept = await keepUpload(ctx, file, POLICY);
    const standing = await lockStanding(ctx, meant);
    await enforce(ctx, guard, { action: 'UPLOAD_DOCUMENT', standing });
    const stored = await store(ctx, kept, enrollment, documentType);
    ctx.record({
      verb: 'document.uploaded',
      subject: { type: 'enrollment_document', id: stored.id },
      contactId: standing.contactId,
      after: { enrollmentId: enrollment.id, documentType, sizeBytes: kept.sizeBytes, sha256: kept.sha256 },
    });
    await changeEnrollment(ctx, enrollment.id, { kind: 'document_uploaded' });
    return stored;
  },
});
