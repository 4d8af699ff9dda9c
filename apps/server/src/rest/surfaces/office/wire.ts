import { plainDate } from '@officina/contracts/fields';
import { z } from 'zod';

/** Building blocks of the office's wire form: snake_case keys, integer ids, days, UTC seconds without a zone. */

export const id = z.int();
export const day = z.iso.date();
export const stamp = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);

/** A moment as this contract writes it: UTC, to the second, without a zone. */
export const printStamp = (iso: string): string => iso.slice(0, 19);
export const printStampOrNull = (iso: string | null): string | null => iso && printStamp(iso);

const NO_ID = 'Must be a whole number of 1 to 15 digits';
const MOST_ID = 999_999_999_999_999;

/** How a value is documented whose schema reads it from a text or in several forms. */
export const documentedAs = (wire: object) => ({ wire });
const anId = documentedAs({ type: 'integer', minimum: 0, maximum: MOST_ID });

/** An integer id in a path. */
export const pathId = z
  .string()
  .regex(/^\d{1,15}$/, NO_ID)
  .transform(Number)
  .meta(anId);

/** An integer id in a body: a JSON integer, or its digits as a text. */
export const bodyId = z
  .union([z.int().nonnegative().max(MOST_ID), pathId], {
    error: ({ input }) => (input === undefined || input === null ? 'Required' : NO_ID),
  })
  .meta(anId);

/** A query word that counts as absent when its value is empty. */
export const queryWord = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const whole = (minimum: number, maximum: number) => {
  const error = `Must be a whole number from ${minimum} to ${maximum}`;
  return z
    .string({ error })
    .regex(/^\d{1,10}$/, { error, abort: true })
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, error)
    .meta(documentedAs({ type: 'integer', minimum, maximum }));
};

const MOST_PAGE = 1_000_000_000;

/** `page` and `page_size` where either may be missing. */
export const optionalPageQuery = (maxSize = 100) => ({
  page: queryWord(whole(1, MOST_PAGE)),
  page_size: queryWord(whole(1, maxSize)),
});

/** `page` and `page_size`, echoed as asked; nothing is clamped. */
export function pageQuery(defaultSize = 20, maxSize = 100) {
  const { page, page_size } = optionalPageQuery(maxSize);
  const numbered = (maximum: number, fallback: number) =>
    documentedAs({ type: 'integer', minimum: 1, maximum, default: fallback });
  return {
    page: page.transform((number) => number ?? 1).meta(numbered(MOST_PAGE, 1)),
    page_size: page_size.transform((size) => size ?? defaultSize).meta(numbered(maxSize, defaultSize)),
  };
}

/** One of a tuple's words, as a query value or in a body. */
export const wordOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { error: `Must be one of ${words.join(', ')}` });

/** A calendar day; a date-time only with a zero time. */
export const bodyDay = z
  .string({
    error: ({ input }) =>
      input === undefined || input === null ? 'Required' : 'Must be a date (YYYY-MM-DD)',
  })
  .transform((text) => text.trim().replace(/[T ]00:00(:00(\.0+)?)?(Z|\+00:00)?$/, ''))
  .pipe(plainDate)
  .meta(documentedAs({ type: 'string', format: 'date' }));

/** `{items, page, page_size, total}` exactly. */
export const pageOf = (item: z.ZodType) =>
  z.strictObject({ items: z.array(item), page: z.int(), page_size: z.int(), total: z.int() });

/** A numbered page as operations of this surface answer it. */
export interface NumberedPage<T> {
  items: T[];
  page: number;
  pageSize: number;
  /** Exact count of all matches. */
  total: number;
}

export const printPage = <T>(
  { items, page, pageSize, total }: NumberedPage<T>,
  print: (item: T) => unknown,
) => ({
  data: { items: items.map(print), page, page_size: pageSize, total },
});
