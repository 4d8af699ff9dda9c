import type { Page } from '@officina/contracts/paging';
import { decodeCursor, pageOf } from '../../kernel/keyset.ts';

/** A whole list as programs read it. */
export interface Whole<T> {
  items: T[];
  total: number;
}

const isPlace = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

/** Rows of a list that is kept whole are told apart by their place; the cursor's id is not used. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** A part of a list that is kept whole: `total` is exact, unlike that of lists that are counted for each call. */
export function partOf<T>(items: readonly T[], limit: number, cursor: string | null | undefined): Page<T> {
  const from = Number(decodeCursor(cursor, isPlace)?.value ?? 0);
  const rows = items.slice(from, from + limit + 1).map((item, index) => ({ item, place: from + index + 1 }));
  const page = pageOf(
    rows,
    limit,
    ({ place }) => ({ value: place, id: NO_ID }),
    ({ item }) => item,
  );
  return { ...page, ...(from === 0 && { total: items.length }) };
}
