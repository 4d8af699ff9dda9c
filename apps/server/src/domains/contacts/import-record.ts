import type { CsvContactField, CsvContactRow } from '@officina/contracts/contacts';
import { tags } from '@officina/contracts/contacts-inputs';
import { cellText } from '@officina/contracts/csv';
import type { FieldError } from '@officina/contracts/errors';
import { email, optionalText, phone } from '@officina/contracts/fields';
import { internationalPhone } from '@officina/contracts/phone';
import { z } from 'zod';

const YES = new Set(['1', 'true', 'yes', 'oui', 'vrai', 'x', 'vip', 'כן']);
const NO = new Set(['0', 'false', 'no', 'non', 'faux', 'לא']);

const yesOrNo = z
  .string()
  .toLowerCase()
  .refine((word) => YES.has(word) || NO.has(word), 'Must be yes or no')
  .transform((word) => YES.has(word));

const record = z.object({
  firstName: optionalText(100),
  lastName: optionalText(100),
  email: email.optional(),
  phone: phone.optional(),
  company: optionalText(255),
  street: optionalText(255),
  city: optionalText(255),
  postalCode: optionalText(255),
  country: optionalText(255),
  tags: tags.optional(),
  isVip: yesOrNo.optional(),
});

/** What a record says, normalised; a field that it says nothing about is absent. */
export type ImportRecord = Partial<{
  [K in CsvContactField]: K extends 'tags' ? string[] : K extends 'isVip' ? boolean : string;
}>;

/** Several tags in one cell: `a|b`, or without a bar `a, b` and `a; b`. */
export const tagsOf = (cell: string): string[] =>
  cell
    .split(cell.includes('|') ? '|' : /[,;]/)
    .map((tag) => tag.trim())
    .filter(Boolean);

/** The cell from which `tagsOf` reads these tags again (they may hold commas, not bars). */
export const tagsCell = (list: readonly string[]): string =>
  list.length === 1 && /[,;]/.test(list[0] ?? '') ? `${list[0]}|` : list.join('|');

/** What the cells of a record say, or what is wrong with them. */
export type ReadRecord = { record: ImportRecord } | { errors: FieldError[] };

/** Reads the cells of one record; empty ones say nothing. Phones may be written as in the tenant's country. */
export function readRecord(cells: CsvContactRow, locale: string): ReadRecord {
  const filled = Object.entries(cells)
    .map(([field, cell]) => [field, cellText(cell ?? '').trim()] as const)
    .filter(([, text]) => text !== '')
    .map(([field, text]) => {
      if (field === 'tags') return [field, tagsOf(text)];
      return [field, field === 'phone' ? internationalPhone(text, locale) : text];
    });
  const read = record.safeParse(Object.fromEntries(filled));
  if (read.success) return { record: read.data as ImportRecord };
  return {
    errors: read.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? 'row'), message })),
  };
}
