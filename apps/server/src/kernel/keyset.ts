import { AppError } from './errors.ts';
import { isUuid } from './ids.ts';

/** Where the next page starts: the sort value and id of the last row shown. */
export interface Cursor {
  value: string | number | null;
  id: string;
}

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString('base64url');
}

type SortValue = Cursor['value'];

const isStorable = (value: SortValue): boolean => typeof value !== 'string' || !value.includes('\u0000');

/** The form of cursors over a timestamp. */
export const isMoment = (value: SortValue): boolean =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value;

/** Ids of rows that a list tells apart by their integers. */
export const isRef = (id: string): boolean => /^\d{1,15}$/.test(id);

/**
 * Throws VALIDATION_ERROR on field `cursor` for anything that `encodeCursor` did not make. `form` tells sort values
 * that the database could read from forged ones, `names` ids of the kind that the list's rows have.
 */
export function decodeCursor(
  text: string | null | undefined,
  form: (value: SortValue) => boolean = isStorable,
  names: (id: string) => boolean = isUuid,
): Cursor | null {
  if (!text) return null;
  try {
    const [value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown];
    const sortable = value === null || typeof value === 'string' || typeof value === 'number';
    if (sortable && form(value) && typeof id === 'string' && names(id)) return { value, id };
  } catch {
    // Not ours: answered below like any other foreign cursor.
  }
  throw new AppError('VALIDATION_ERROR', undefined, [{ field: 'cursor', message: 'Invalid cursor' }]);
}

/** Cuts `limit + 1` fetched rows into a page; the extra row only tells that there is a next one. */
export function pageOf<Row, View>(
  rows: Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
  present: (row: Row) => View,
): { items: View[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? encodeCursor(cursorOf(last)) : null;
  return { items: shown.map(present), nextCursor };
}
