import { z } from 'zod';

export const watchChanges = z.object({
  /** The id of the last batch that arrived: changes go on from there. */
  lastEventId: z.string().max(20_000).optional(),
  /** Milliseconds since the caller read its data: changes from then on come first, at most five minutes back. */
  age: z.int().min(0).max(300_000).optional(),
});
