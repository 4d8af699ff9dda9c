import { z } from 'zod';
import { KEY_RATE_LIMIT, KEY_SCOPES } from './api-keys.ts';
import { keyset, lineText, timestamp } from './fields.ts';

export const apiKeyCreate = z.object({
  name: lineText(0, 80),
  scopes: z
    .array(z.enum(KEY_SCOPES, { error: 'Must be read or write' }), { error: 'Must be a list' })
    .min(1, 'Required')
    .max(10, 'At most 10')
    .transform((scopes) => KEY_SCOPES.filter((scope) => scopes.includes(scope))),
  expiresAt: timestamp.nullish(),
  rateLimit: z.int().min(1).max(1000).default(KEY_RATE_LIMIT),
});

export const apiKeyList = z.object({});

export const apiRequestList = z.object({
  keyId: z.string().optional(),
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']).optional(),
  /** The first digit of the answer's status. */
  status: z.enum(['2', '3', '4', '5']).optional(),
  search: z.string().max(200).optional(),
  ...keyset,
});
