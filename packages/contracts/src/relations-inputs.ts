import { z } from 'zod';
import { requiredText } from './fields.ts';

const word = requiredText(100);

/** What is unknown is answered, not refused: nobody has it. */
export const permissionCheck = z.object({
  namespace: word,
  objectId: word,
  relation: word,
  subjectId: z.string().trim().max(100).nullish(),
});

export const permissionChecks = z.object({
  checks: z
    .array(permissionCheck, { error: ({ input }) => (input === undefined ? 'Required' : 'Must be a list') })
    .min(1, 'At least one check is required')
    .max(100, 'At most 100 checks'),
});

export const permissionTuple = z.object({
  namespace: word,
  objectId: word,
  relation: word,
  subjectNamespace: z
    .string()
    .trim()
    .max(100)
    .nullish()
    .transform((kind) => kind || 'user'),
  subjectId: word,
  subjectRelation: z
    .string()
    .trim()
    .max(100)
    .nullish()
    .transform((relation) => relation || ''),
});

const tuples = z
  .array(permissionTuple, { error: ({ input }) => (input === undefined ? 'Required' : 'Must be a list') })
  .min(1, 'At least one is required')
  .max(50, 'At most 50');

export const permissionGrants = z.object({ grants: tuples });
export const permissionRevokes = z.object({ revokes: tuples });
export const accessOf = z.object({ namespace: word, objectId: word });

export const accessCandidates = accessOf.extend({ search: z.string().max(200).optional() });
