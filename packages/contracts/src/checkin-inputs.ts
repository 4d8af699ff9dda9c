import { z } from 'zod';
import { optionalText, uuid } from './fields.ts';

/** A host's own shop where none is named. */
export const byShop = z.object({ shopId: uuid.optional() });

export const hoursReview = z
  .object({
    entryIds: z.array(uuid).min(1, 'Required').max(200, 'Must be at most 200'),
    decision: z.enum(['verified', 'disputed']),
    note: optionalText(1000),
  })
  .refine(({ decision, note }) => decision === 'verified' || note, {
    path: ['note'],
    error: 'Required',
  });

/** Judged field by field by the operation, in the order of the contract. */
export const overrideCreate = z.object({
  userId: z.unknown().optional(),
  action: z.unknown().optional(),
  expiresAt: z.unknown().optional(),
  reason: z.unknown().optional(),
  overrideReasonCode: z.unknown().optional(),
});
