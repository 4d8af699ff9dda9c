import { z } from 'zod';
import { recordRef } from './office-fields.ts';

/** The word is judged by the operation, which says of an unknown one what it was. */
export const permanentDocumentUpload = z.object({
  clientRef: recordRef,
  documentType: z.string({ error: 'Required' }).trim().min(1, 'Required').max(100, 'At most 100 characters'),
});
