import { z } from 'zod';

/** `limit` is per kind of record. */
export const recordSearch = z.object({
  q: z.string({ error: 'Must be a text' }).trim().max(200, 'Must be at most 200 characters'),
  limit: z.int().min(1).max(20).default(5),
});
