/**
 * Reads a day as people type it, to `YYYY-MM-DD`: "12/3" and "12.3.26" in the locale's order of day and month, "12" in the month
 * of `today`, "2026-03-12", "+7" days from today. Without a year it is the one of today. Null for what is no day.
 */
export function parseDate(text: string, locale: string, today: string): string | null {
  const typed = text.trim();
  const offset = /^([+-]\d{1,3})$/.exec(typed);
  if (offset) return addDays(today, Number(offset[1]));
  const parts = typed.split(/[^\d]+/).filter(Boolean);
  if (parts.length === 0 || parts.length > 3 || /[^\d\s/.-]/.test(typed)) return null;
  const [year, month] = today.split('-').map(Number) as [number, number];
  if (parts[0]?.length === 4) return day(Number(parts[0]), Number(parts[1] ?? 1), Number(parts[2] ?? 1));
  const [first, second, third] = parts.map(Number);
  if (second === undefined) return day(year, month, first ?? 0);
  const monthFirst = isMonthFirst(locale);
  const full = third === undefined ? year : third < 100 ? 2000 + third : third;
  return monthFirst ? day(full, first ?? 0, second) : day(full, second, first ?? 0);
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
