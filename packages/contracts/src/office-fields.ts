import { z } from 'zod';

const NO_REF = 'Must be a whole number of 1 to 15 digits';

/** The integer by which the office's contract and screens name a record. */
export const recordRef = z
  .number({ error: ({ input }) => (input === undefined || input === null ? 'Required' : NO_REF) })
  .refine((value) => Number.isInteger(value) && value >= 0 && value <= 999_999_999_999_999, NO_REF);

export const byRef = z.object({ ref: recordRef });
export const byClientRef = z.object({ clientRef: recordRef });
