import { z } from 'zod';
import { KEY_RATE_LIMIT, KEY_SCOPES } from './api-keys.ts';
import { lineText, timestamp } from './fields.ts';

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
