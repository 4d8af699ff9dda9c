import { z } from 'zod';

/** The integer by which the office's contract and screens name a record. */
export const recordRef = z
  .int({ error: 'Must be an integer' })
  .min(0, 'Must be an integer')
  .max(999_999_999_999_999, 'Must be an integer');

export const byRef = z.object({ ref: recordRef });
export const byClientRef = z.object({ clientRef: recordRef });
