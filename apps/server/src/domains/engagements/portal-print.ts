import { minorDigits } from '@officina/contracts/money';

/** How the portal's views spell what columns hold. */

/** A calendar day as midnight in UTC. */
export const printDay = (day: string | null): string | null => day && `${day}T00:00:00.000Z`;

export const printMoment = (at: Date | null): string | null => at?.toISOString() ?? null;

const unitOf = (currency: string): number => 10 ** minorDigits(currency);

/** Minor units in whole units of the currency, rounded half away from zero. */
export function wholeUnits<T extends number | null>(minor: T, currency = 'EUR'): T {
  if (minor === null) return minor;
  return (Math.sign(minor) * Math.round(Math.abs(minor) / unitOf(currency)) || 0) as T;
}

/** Whole units in minor ones; absent stays absent, null stays null. */
export const minorOf = <T extends number | null | undefined>(whole: T, currency = 'EUR'): T =>
  (typeof whole === 'number' ? whole * unitOf(currency) : whole) as T;

/** The fields of `next` that differ from the row, as they were and as they will be; null when none does. */
export function changesOf<Row extends object>(
  row: Row,
  next: { [K in keyof Row]?: Row[K] | undefined },
): { before: Partial<Row>; after: Partial<Row> } | null {
  const keys = (Object.keys(next) as (keyof Row)[]).filter(
    (key) => next[key] !== undefined && JSON.stringify(next[key]) !== JSON.stringify(row[key]),
  );
  if (!keys.length) return null;
  const pick = (from: { [K in keyof Row]?: Row[K] | undefined }) =>
    Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<Row>;
  return { before: pick(row), after: pick(next) };
}
