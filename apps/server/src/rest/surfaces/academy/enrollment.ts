import type { FieldError } from '@officina/contracts/errors';
import { ENROLLMENT_DOCUMENT_STATUSES, ENROLLMENT_DOCUMENT_TYPES } from '@officina/contracts/training';
import {
  ENROLLMENT_FILE_BYTES,
  ENROLLMENT_FILE_TYPES,
  type EnrollmentDocumentView,
} from '@officina/contracts/training-documents';
import { byProgram, enrollmentDocumentUpload } from '@officina/contracts/training-learner-inputs';
import { usDate } from '@officina/contracts/training-reasons';
import { z } from 'zod';
import { openEnrollmentFile } from '../../../domains/training/documents/open-enrollment-file.ts';
import { uploadEnrollmentDocument } from '../../../domains/training/documents/upload-enrollment-document.ts';
import { completeOrientation } from '../../../domains/training/enrollments/complete-orientation.ts';
import { submitDocuments } from '../../../domains/training/enrollments/submit-documents.ts';
import { AppError } from '../../../kernel/errors.ts';
import { fileRow, row } from '../../row.ts';
import { academyFailures } from './dialect.ts';
import { id, moment } from './wire.ts';

const tag = 'Enrolment';
const usual = academyFailures();

/** What is no form, or a form without the part, holds no file. */
const lacksFile = ({ code, details }: AppError): boolean =>
  code === 'VALIDATION_ERROR' &&
  (details as FieldError[]).some(({ field }) => field === 'file' || field === 'body');

const printDocument = (document: EnrollmentDocumentView) => ({
  id: document.id,
  document_type: document.documentType,
  file_name: document.filename,
  file_size: document.sizeBytes,
  mime_type: document.contentType,
  status: document.status,
  file_url: document.fileUrl,
  created_at: document.createdAt,
});

const documentShape = z.strictObject({
  id,
  document_type: z.enum(ENROLLMENT_DOCUMENT_TYPES),
  file_name: z.string(),
  file_size: z.int().positive(),
  mime_type: z.enum(ENROLLMENT_FILE_TYPES),
  status: z.enum(ENROLLMENT_DOCUMENT_STATUSES),
  file_url: z.url(),
  created_at: moment,
});

export const enrollmentRows = [
  row({
    method: 'POST',
    path: '/enrollment/complete-orientation',
    summary: 'Finish the orientation',
    tag,
    operation: completeOrientation,
    body: byProgram,
    answer: 'bare',
    present: ({ program }) => ({ data: { success: true, program } }),
    response: z.strictObject({ success: z.literal(true), program: z.string() }),
  }),
  row({
    method: 'POST',
    path: '/enrollment/upload-document',
    summary: "Put a paper into one's file: PDF, JPEG, PNG, WebP or HEIC, at most 10 MiB",
    tag,
    operation: uploadEnrollmentDocument,
    body: enrollmentDocumentUpload,
    upload: { file: 'file', maxBytes: ENROLLMENT_FILE_BYTES, contentTypes: ENROLLMENT_FILE_TYPES },
    failures: {
      ...usual,
      failure: (error, requestId) =>
        usual.failure(lacksFile(error) ? new AppError('FILE_REQUIRED') : error, requestId),
    },
    answer: 'bare',
    present: ({ path, ...document }) => ({
      data: { success: true, document: printDocument(document), path },
    }),
    response: z.strictObject({ success: z.literal(true), document: documentShape, path: z.string() }),
  }),
  fileRow({
    method: 'GET',
    path: '/enrollment/documents/:id/file',
    summary: 'The file of a document, for its uploader and staff',
    tag,
    operation: openEnrollmentFile,
    answer: 'file',
    contentTypes: ENROLLMENT_FILE_TYPES,
  }),
  row({
    method: 'POST',
    path: '/enrollment/submit-documents',
    summary: 'Submit the papers; training begins on the Monday after',
    tag,
    operation: submitDocuments,
    body: byProgram,
    answer: 'bare',
    present: ({ program, programStartDate }) => ({
      data: {
        success: true,
        program,
        program_start_date: `${programStartDate}T00:00:00.000Z`,
        message: `Your training begins on ${usDate(programStartDate)}`,
      },
    }),
    response: z.strictObject({
      success: z.literal(true),
      program: z.string(),
      program_start_date: moment,
      message: z.string(),
    }),
  }),
];
