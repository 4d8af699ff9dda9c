import { z } from 'zod';
import { expectedVersion, keyset, lineText } from './fields.ts';
import { ORG_STANDINGS } from './portal.ts';

const standing = z.enum(ORG_STANDINGS, { error: `Must be one of ${ORG_STANDINGS.join(', ')}` });

/** A host name, lower-case; null and "" clear it. */
const domain = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
  z
    .string({ error: 'Must be a domain such as example.com' })
    .trim()
    .toLowerCase()
    .max(253, 'Must be at most 253 characters')
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'Must be a domain such as example.com')
    .nullish(),
) as unknown as z.ZodOptional<z.ZodNullable<z.ZodType<string, string>>>;

export const organizationList = z.object({
  standing: standing.optional(),
  q: z.string().trim().max(100).optional(),
  ...keyset,
});

export const organizationCreate = z.object({
  name: lineText(2, 200),
  domain,
  standing: standing.default('prospect'),
});

export const organizationUpdate = z.object({
  id: z.string().max(64),
  name: lineText(2, 200).optional(),
  domain,
  standing: standing.optional(),
  /** Vouches for the domain, or takes that back. A new domain is never verified by itself. */
  domainVerified: z.boolean().optional(),
  version: expectedVersion,
});

export const organizationPick = z.object({
  q: z.string().trim().max(100).optional(),
  /** That one alone. */
  id: z.string().max(64).optional(),
});
