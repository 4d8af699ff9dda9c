/**
 * Plain dates as `YYYY-MM-DD` texts, years 0001 to 9999, without time or zone; texts of this form also sort as
 * dates. Browsers may lack `Temporal`, so arithmetic goes through UTC midnights, which know no summer time.
 */

const DAY_MS = 86_400_000;
const FORM = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

function format(ms: number): string {
  const text = new Date(ms).toISOString().slice(0, 10);
  if (!FORM.test(text)) throw new RangeError('The date is out of range.');
  return text;
}

function midnight(date: string): number {
  const ms = FORM.test(date) ? Date.parse(`${date}T00:00:00.000Z`) : Number.NaN;
  if (Number.isNaN(ms) || format(ms) !== date) throw new RangeError(`Not a date: ${date}`);
  return ms;
}

/** True for days that exist: not 2026-02-30, not 2026-2-3. */
export function isPlainDate(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    midnight(value);
    return true;
  } catch {
    return false;
  }
}

export function addDays(date: string, days: number): string {
  if (!Number.isInteger(days)) throw new RangeError('Days must be whole.');
  return format(midnight(date) + days * DAY_MS);
}

/** Whole days from one date to the other, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (midnight(to) - midnight(from)) / DAY_MS;
}

/** Negative, zero or positive, for `sort`. */
export function comparePlainDates(a: string, b: string): number {
  return daysBetween(b, a);
}

/** ISO 8601 day of the week: Monday 1 … Sunday 7. */
export function isoDayOfWeek(date: string): number {
  return ((((Math.floor(midnight(date) / DAY_MS) + 3) % 7) + 7) % 7) + 1;
}

/** ISO 8601 week with its own year, that of the week's Thursday: 2025-12-29 → 2026-W01 (garage §4.5). */
export function isoWeekLabel(date: string): string {
  const thursday = addDays(date, 4 - isoDayOfWeek(date));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** 2026-01-15 → 2026-01 */
export function monthLabel(date: string): string {
  return format(midnight(date)).slice(0, 7);
}
