import { z } from 'zod';
import { keyset, uuid } from './fields.ts';

const word = z
  .string()
  .trim()
  .max(100)
  .regex(/^[a-z_.]+$/, 'Must be a word of the journal');

export const journalList = z.object({
  /** One record by its id, or all of a type: `contact`, `invoice`, `user` … */
  subject: z.union([uuid, word], { error: 'Must be an id or a type of record' }).optional(),
  /** Id of the user who acted. */
  actor: uuid.optional(),
  /** Exactly this verb, e.g. `contact.updated`. */
  verb: word.optional(),
  ...keyset,
});
