import { z } from 'zod';

/** A trimmed required text of 1..max characters. */
export const requiredText = (max: number) =>
  z.string({ error: 'Required' }).trim().min(1, 'Required').max(max, `Must be at most ${max} characters`);

/** A trimmed text of one line: names that end up in mail headers and on documents. */
export const lineText = (min: number, max: number) =>
  z
    .string({ error: 'Required' })
    .trim()
    .min(1, 'Required')
    .min(min, `Must be at least ${min} characters`)
    .max(max, `Must be at most ${max} characters`)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'Must be a single line');

/** A trimmed optional text: absent stays absent, null and "" become null. */
export const optionalText = (max: number) =>
  z
    .string({ error: 'Must be a text' })
    .trim()
    .max(max, `Must be at most ${max} characters`)
    .transform((text) => text || null)
    .nullish();

export const uuid = z
  .string({ error: ({ input }) => (input === undefined || input === null ? 'Required' : 'Invalid id') })
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'Invalid id')
  .toLowerCase();

const EMAIL = /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@.<>"(),:;\\[\]]{2,}$/;

/** Lower-cased address. */
export const email = z
  .string({ error: 'Invalid email format' })
  .trim()
  .toLowerCase()
  .max(255, 'Must be at most 255 characters')
  .regex(EMAIL, 'Invalid email format');

/** E.164: separators removed, then `+` and 7 to 15 digits. */
export const phone = z
  .string({ error: 'Invalid phone number' })
  .transform((text) => text.replace(/[\s.\-()]/g, ''))
  .pipe(
    z
      .string()
      .startsWith('+', { error: 'Phone number must start with +', abort: true })
      .regex(/^\+[1-9]\d{6,14}$/, 'Invalid phone number'),
  );

/** Wraps a text field so that null and "" clear it and absence leaves it alone. */
export const clearable = <T>(field: z.ZodType<T, string>) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
    field.nullish(),
  ) as unknown as z.ZodOptional<z.ZodNullable<z.ZodType<T, string>>>;

const isRealDate = (text: string) => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** A real calendar day, YYYY-MM-DD, in years 1900..2999. */
export const plainDate = z
  .string({ error: 'Must be a date (YYYY-MM-DD)' })
  .regex(/^(19|2\d)\d\d-\d\d-\d\d$/, { error: 'Must be a date (YYYY-MM-DD)', abort: true })
  .refine(isRealDate, 'Must be a date (YYYY-MM-DD)');

/** In UTC and in the years 1 to 9999, which alone are written with four figures and known to the database. */
const isStorableMoment = (text: string) => {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && /^(?!0000)\d{4}-/.test(moment.toISOString());
};

/** An ISO timestamp with a zone, normalised to UTC with milliseconds. */
export const timestamp = z.iso
  .datetime({ offset: true, error: 'Must be a timestamp with a time zone', abort: true })
  .refine(isStorableMoment, 'Must be a timestamp with a time zone')
  .transform((text) => new Date(text).toISOString());

/** A whole day in the tenant's time, or a moment. */
export const dayOrMoment = z.union([plainDate, timestamp], { error: 'Must be a date or a timestamp' });

/** Version of a row as it was read; a save that names an older one is refused as VERSION_CONFLICT. */
export const expectedVersion = z.int().positive().optional();

/** Keyset paging of every list. */
export const keyset = {
  limit: z.int().min(1).max(100).default(50),
  cursor: z.string().max(500).nullish(),
};
