import { BULK_MOST, type Matches } from '@officina/contracts/bulk';

/** The limit of a statement that finds a whole filter's records: one more than are taken, which tells that there are others. */
export const MATCH_LIMIT = BULK_MOST + 1;

export const matchesOf = (rows: Matches['items']): Matches => ({
  items: rows.slice(0, BULK_MOST),
  more: rows.length > BULK_MOST,
});
