/**
 * Reads a day as people type it, to `YYYY-MM-DD`: "12/3" and "12.3.26" in the locale's order of day and month, "12 mars"
 * with its word for the month, "12" in the month of `today`, "2026-03-12", "+7" days from today. Without a year it is
 * the one of today. Null for what is no day.
 */
export function parseDate(text: string, locale: string, today: string): string | null {
  const typed = text.trim();
  const offset = /^([+-]\d{1,3})$/.exec(typed);
  if (offset) return addDays(today, Number(offset[1]));
  const parts = typed.split(/[^\d]+/).filter(Boolean);
  const [year, month] = today.split('-').map(Number) as [number, number];
  const word = letters(typed);
  if (word) return ofNamedMonth(monthNamed(word, locale), parts, year);
  if (parts.length === 0 || parts.length > 3 || /[^\d\s/.-]/.test(typed)) return null;
  if (parts[0]?.length === 4) return day(Number(parts[0]), Number(parts[1] ?? 1), Number(parts[2] ?? 1));
  const [first, second, third] = parts.map(Number);
  if (second === undefined) return day(year, month, first ?? 0);
  const monthFirst = isMonthFirst(locale);
  const full = third === undefined ? year : fullYear(third);
  return monthFirst ? day(full, first ?? 0, second) : day(full, second, first ?? 0);
}

const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);

function ofNamedMonth(month: number | null, [first, second, ...more]: string[], year: number): string | null {
  if (!month || !first || more.length > 0) return null;
  if (first.length === 4) return day(Number(first), month, Number(second ?? 1));
  return day(second ? fullYear(Number(second)) : year, month, Number(first));
}

/** In lower case and without accents, so that "Févr." is "fevr". */
const letters = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

/** The one month, from 1, whose name begins so; some languages change the name beside a day. */
function monthNamed(word: string, locale: string): number | null {
  if (word.length < 3) return null;
  const styles = (['long', 'short'] as const).flatMap((month) => [
    { month },
    { month, day: 'numeric' as const },
  ]);
  const formats = styles.map((style) => new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }));
  const found = Array.from({ length: 12 }, (_, at) => at + 1).filter((month) =>
    formats.some((format) => letters(format.format(Date.UTC(2000, month - 1, 15))).startsWith(word)),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isMonthFirst(locale: string): boolean {
  const order = new Intl.DateTimeFormat(locale).formatToParts(0).map((part) => part.type);
  return order.indexOf('month') < order.indexOf('day') && order.indexOf('year') > 0;
}

function day(year: number, month: number, dayOfMonth: number): string | null {
  const value = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const exists =
    value.getUTCFullYear() === year && value.getUTCMonth() === month - 1 && value.getUTCDate() === dayOfMonth;
  return exists ? value.toISOString().slice(0, 10) : null;
}

/** Calendar arithmetic on bare days. */
export function addDays(isoDay: string, days: number): string {
  return new Date(Date.parse(`${isoDay}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
