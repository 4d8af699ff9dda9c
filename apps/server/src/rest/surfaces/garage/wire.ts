import { z } from 'zod';

/** Building blocks of the garage's wire form: snake_case keys, upper-case words, decimals, ISO timestamps. */

export const moment = z.iso.datetime({ precision: 3 });
export const day = z.iso.date();
export const id = z.uuid();
/** A record named in another one. */
export const named = z.strictObject({ id, name: z.string() });

/** `{success: true, data}` exactly. */
export const enveloped = (data: z.ZodType) => z.strictObject({ success: z.literal(true), data });

export const pagination = z.strictObject({ page: z.int(), limit: z.int(), total: z.int(), pages: z.int() });

export const paged = (item: z.ZodType) =>
  z.strictObject({ success: z.literal(true), data: z.array(item), pagination });

interface Numbered {
  page: number;
  limit: number;
  total: number;
}

export const paginationOf = ({ page, limit, total }: Numbered) => ({
  page,
  limit,
  total,
  pages: Math.ceil(total / limit),
});

/** A whole number in a query string, at least 1. */
export const positive = z
  .string({ error: 'Must be a whole number of at least 1' })
  .regex(/^\d{1,9}$/, 'Must be a whole number of at least 1')
  .transform(Number)
  .refine((value) => value >= 1, 'Must be a whole number of at least 1');

/** `page` and `limit` as query words; a limit above 100 counts as 100. */
export const pageQuery = {
  page: positive.optional().transform((page) => page ?? 1),
  limit: positive.optional().transform((limit) => Math.min(limit ?? 20, 100)),
};

export const booleanQuery = z
  .enum(['true', 'false'], { error: 'Must be true or false' })
  .transform((text) => text === 'true')
  .optional();

/** `tags=a&tags=b`, `tags[]=a` or `tags=a,b`. */
export const listQuery = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]).flatMap((part) => part.split(',')))
  .transform((list) => list.map((part) => part.trim()).filter(Boolean))
  .optional();

/** A word of one of our lower-case tuples, printed and accepted in upper case. */
export function upperWord<const T extends readonly string[]>(words: T) {
  return z
    .enum(words.map((word) => word.toUpperCase()) as [Uppercase<T[number]>, ...Uppercase<T[number]>[]], {
      error: `Must be one of ${words.map((word) => word.toUpperCase()).join(', ')}`,
    })
    .transform((word) => word.toLowerCase() as T[number]);
}

export const upperWords = (words: readonly string[]) => z.enum(words.map((word) => word.toUpperCase()));
