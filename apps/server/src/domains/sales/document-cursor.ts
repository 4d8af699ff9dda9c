import { isPlainDate } from '@officina/contracts/calendar';
import { invalid } from '../../kernel/errors.ts';
import { decodeCursor } from '../../kernel/keyset.ts';

/** The last row shown of a list ordered by a day and a number; drafts have no number. */
export interface DocumentCursor {
  day: string;
  seq: number | null;
  id: string;
}

export const cursorValue = (day: string, seq: number | null): string => `${day}/${seq ?? ''}`;

/** Throws VALIDATION_ERROR on field `cursor` for anything that `cursorValue` did not make. */
export function documentCursor(text: string | null | undefined): DocumentCursor | null {
  const cursor = decodeCursor(text);
  if (!cursor) return null;
  const [day, seq = ''] = String(cursor.value).split('/');
  if (!isPlainDate(day) || !/^\d{0,9}$/.test(seq))
    throw invalid({ field: 'cursor', message: 'Invalid cursor' });
  return { day, seq: seq === '' ? null : Number(seq), id: cursor.id };
}
