/** Search params that every list has. */
export interface ListSearch {
  q?: string;
  /** A sort word, with `-` in front for descending. */
  sort?: string;
  /** Ids of the columns shown, joined by commas; absent means the default ones. */
  cols?: string;
  /** The saved view that the rest came from; alone it stands for all of that view. */
  view?: string;
}

/**
 * `validateSearch` of a list's route: the common params plus the filters named. They are strings ("1" for a flag, words joined by
 * commas for several), so that an address can be read and written by hand. What does not fit is dropped.
 */
export function listSearch<const F extends string>(...filters: F[]) {
  return (raw: Record<string, unknown>): ListSearch & Partial<Record<F, string>> => {
    const search: Record<string, string> = {};
    for (const id of ['q', 'sort', 'cols', 'view', ...filters]) {
      const value = raw[id];
      if (typeof value === 'string' ? value !== '' : typeof value === 'number') search[id] = String(value);
    }
    return search as ListSearch & Partial<Record<F, string>>;
  };
}

/** The words of a `many` filter, checked against the tuple they come from; undefined when none is set. */
export function words<W extends string>(value: string | undefined, allowed: readonly W[]): W[] | undefined {
  const found = allowed.filter((word) => value?.split(',').includes(word));
  return found.length > 0 ? found : undefined;
}
