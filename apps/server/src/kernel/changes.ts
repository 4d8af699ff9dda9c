import { isDeepStrictEqual } from 'node:util';
import { invalid } from './errors.ts';

/** Refuses an update that names no known field: nothing was asked. */
export function requireChange(fields: Record<string, unknown>): void {
  if (Object.values(fields).every((value) => value === undefined)) {
    throw invalid({ field: 'body', message: 'Nothing to change' });
  }
}

/** The fields that really change, before and after, as the journal keeps them; null when none does. */
export function changesOf<Row extends object, Asked extends Partial<Record<keyof Row, unknown>>>(
  row: Row,
  asked: Asked,
): { before: Partial<Row>; after: Partial<Row> } | null {
  const before: Partial<Row> = {};
  const after: Partial<Row> = {};
  for (const key of Object.keys(asked) as (keyof Row & keyof Asked)[]) {
    const value = asked[key] as Row[typeof key] | undefined;
    if (value === undefined || isDeepStrictEqual(value, row[key])) continue;
    before[key] = row[key];
    after[key] = value;
  }
  return Object.keys(after).length ? { before, after } : null;
}
