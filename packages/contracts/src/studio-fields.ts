import { z } from 'zod';
import { decimalsOf } from './money.ts';
import { FOUR_PLACES } from './studio-amounts.ts';

/** `""` and `null` of an optional field mean that it is absent. */
export const absent = <S extends z.ZodType>(field: S) =>
  z.preprocess(
    (value) => (value === null || (typeof value === 'string' && !value.trim()) ? undefined : value),
    field.optional(),
  ) as unknown as z.ZodOptional<z.ZodNullable<S>>;

const within = (max: number) => `Must be at most ${max} characters`;

/** A trimmed text that is kept as it was sent. */
export const text = (max: number) => z.string({ error: 'Must be a text' }).trim().max(max, within(max));

const EMAIL = /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@.<>"(),:;\\[\]]{2,}$/;

/** A valid address in the case in which it was sent. */
export const emailAsSent = z
  .string({ error: 'Invalid email format' })
  .trim()
  .max(254, within(254))
  .regex(EMAIL, 'Invalid email format');

const isWebAddress = (value: string) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
};

export const website = text(300).refine(isWebAddress, 'Must be a web address (http or https)');

export const tagsAsSent = z
  .array(z.string({ error: 'Must be a text' }).trim().min(1, 'Required').max(50, within(50)), {
    error: 'Must be a list',
  })
  .max(50, 'At most 50 tags');

/** A JSON number of major units; how many decimals it may have, its currency says. */
export const money = z
  .number({ error: ({ input }) => (input === undefined ? 'Required' : 'Must be a number') })
  .min(0, 'Must not be negative')
  .max(1e10, 'Must be at most 10000000000');

/** A JSON number with at most four decimals. */
export const fourPlaces = (max: number) =>
  z
    .number({ error: ({ input }) => (input === undefined ? 'Required' : 'Must be a number') })
    .min(0, 'Must not be negative')
    .max(max, `Must be at most ${max}`)
    .refine((value) => decimalsOf(value) <= FOUR_PLACES, 'Must have at most 4 decimals');

export const currencyCode = z
  .string({ error: 'Must be a currency' })
  .trim()
  .toUpperCase()
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'Must be a currency');
