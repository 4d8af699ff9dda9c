import { z } from 'zod';
import { DEFAULT_PROGRAM } from './training.ts';

/** The programme by its slug; the academy's first where none is named. */
export const byProgram = z.object({
  program: z
    .string({ error: 'Must be a text' })
    .max(100, 'Must be at most 100 characters')
    .nullish()
    .transform((slug) => slug ?? DEFAULT_PROGRAM),
});

/** Judged word by word by the operation, in the order of the contract. */
export const enrollmentDocumentUpload = z.object({
  documentType: z.string().optional(),
  enrollmentId: z.string().optional(),
});

export const enrollmentDocument = z.object({ id: z.string() });
