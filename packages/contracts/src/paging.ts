/** A page of a keyset list: `nextCursor` is opaque and null on the last page. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  /** Count of the whole filter, capped: 1001 means "1000+". Only on the first page. */
  total?: number;
}

/** Above this many rows a list says "1000+" instead of an exact count. */
export const COUNT_CAP = 1000;
