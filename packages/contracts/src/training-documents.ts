import type { EnrollmentDocumentStatus, EnrollmentDocumentType } from './training.ts';

/** What an upload takes in; name and declared type do not count. */
export const ENROLLMENT_FILE_TYPES = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
] as const;

/** 10 MiB; exactly that many bytes pass. */
export const ENROLLMENT_FILE_BYTES = 10_485_760;

/** A learner's document; the file itself is behind `fileUrl`, for the learner and staff. */
export interface EnrollmentDocumentView {
  id: string;
  documentType: EnrollmentDocumentType;
  filename: string;
  sizeBytes: number;
  contentType: string;
  status: EnrollmentDocumentStatus;
  rejectionReason: string | null;
  fileUrl: string;
  createdAt: string;
}
