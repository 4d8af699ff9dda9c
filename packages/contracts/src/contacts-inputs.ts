import { z } from 'zod';
import {
  CONTACT_SORTS,
  CSV_CONTACT_FIELDS,
  type CsvContactField,
  IMPORT_MATCHES,
  IMPORT_ON_MATCH,
} from './contacts.ts';
import { clearable, email, expectedVersion, keyset, optionalText, phone, requiredText } from './fields.ts';

export const tag = z
  .string({ error: 'Must be a text' })
  .trim()
  .min(1, 'Required')
  .max(50, 'Must be at most 50 characters');

/** At most ten tags, deduplicated, in the order given; null is none. */
export const tags = z
  .array(tag, { error: 'Must be a list' })
  .max(10, 'At most 10 tags')
  .nullable()
  .transform((list) => [...new Set(list ?? [])]);

const FRENCH_POSTAL_CODE = /^\d{5}$/;

/** The rule that an address's keys obey together; `code` is the postal code's key on the surface that asks. */
export function checkPostalCode(code: string) {
  return (address: { country?: string | null }, ctx: z.RefinementCtx) => {
    const value = (address as Record<string, unknown>)[code];
    if (typeof value !== 'string') return;
    const french = !address.country || address.country.toLowerCase() === 'france';
    if (french && !FRENCH_POSTAL_CODE.test(value)) {
      ctx.addIssue({ code: 'custom', path: [code], message: 'Postal code must have 5 digits' });
    } else if (value.length > 12) {
      ctx.addIssue({ code: 'custom', path: [code], message: 'Must be at most 12 characters' });
    }
  };
}

const nullText = optionalText(255).transform((text) => text ?? null);

/** A whole address; missing keys are null, the country defaults to France. */
export const address = z
  .object(
    {
      street: nullText,
      city: nullText,
      postalCode: nullText,
      country: optionalText(255).transform((text) => text ?? 'France'),
    },
    { error: 'Must be an object' },
  )
  .superRefine(checkPostalCode('postalCode'));

/** A flat object of at most 50 keys and 8 KB. */
export const customFields = z
  .record(
    z.string().min(1).max(100),
    z.union([z.string(), z.number(), z.boolean(), z.null()], {
      error: 'Must be a text, number, boolean or null',
    }),
    { error: 'Must be an object' },
  )
  .refine((fields) => Object.keys(fields).length <= 50, 'At most 50 keys')
  .refine((fields) => JSON.stringify(fields).length <= 8192, 'At most 8 KB')
  .nullable()
  .transform((fields) => fields ?? {});

export const isVip = z.boolean({ error: 'Must be true or false' });

export const contactCreate = z.object({
  firstName: requiredText(100),
  lastName: requiredText(100),
  email: clearable(email),
  phone: clearable(phone),
  company: optionalText(255),
  address: address.nullish(),
  tags: tags.optional(),
  isVip: isVip.optional(),
  customFields: customFields.optional(),
});

/** Absent leaves a field alone, null clears it; `tags`, `address`, `customFields` are replaced whole. */
export const contactUpdate = z.object({
  id: z.string(),
  version: expectedVersion,
  firstName: requiredText(100).optional(),
  lastName: requiredText(100).optional(),
  email: clearable(email),
  phone: clearable(phone),
  company: optionalText(255),
  address: address.nullish(),
  tags: tags.optional(),
  isVip: isVip.optional(),
  customFields: customFields.optional(),
});

/** Ids in a path: a malformed one names nothing and answers like a missing row. */
export const byId = z.object({ id: z.string() });

export const contactFilters = z.object({
  search: z.string().max(200).optional(),
  tags: z.array(tag).max(10).optional(),
  isVip: z.boolean().optional(),
});

export const contactList = contactFilters.extend({
  ...keyset,
  sort: z.enum(CONTACT_SORTS).default('createdAt'),
  dir: z.enum(['asc', 'desc']).default('desc'),
});

/** A numbered page, as REST surfaces that print totals want it. */
export const contactPage = contactFilters.extend({ page: z.int().min(1), limit: z.int().min(1).max(100) });

export const contactErase = z.object({
  id: z.string(),
  /** The contact's display name, typed by the person who erases. */
  confirm: z.string().max(300),
});

export const contactTag = z.object({
  id: z.string(),
  add: z.array(tag).max(10).default([]),
  remove: z.array(tag).max(10).default([]),
});

const cell = z.string({ error: 'Must be a text' }).nullish();

const cells = Object.fromEntries(CSV_CONTACT_FIELDS.map((field) => [field, cell])) as Record<
  CsvContactField,
  typeof cell
>;

/** Cells are judged record by record, so that one bad record refuses itself alone. */
export const contactImport = z.object({
  rows: z
    .array(z.object(cells), { error: 'Must be a list' })
    .min(1, 'Required')
    .max(5000, 'At most 5000 rows'),
  dryRun: z.boolean().default(false),
  matchBy: z.enum(IMPORT_MATCHES).default('none'),
  onMatch: z.enum(IMPORT_ON_MATCH).default('skip'),
});

/** Pages are pieces of one file: ask again with `nextCursor` until it is null. */
export const contactExport = contactFilters.extend({
  cursor: keyset.cursor,
  limit: z.int().min(1).max(10_000).default(5000),
});
