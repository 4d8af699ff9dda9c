import { addDays, isoDayOfWeek } from './calendar.ts';

/**
 * Arithmetic of a learner's hours (academy specification §4.5). Hours are whole hundredths throughout, so that sums are
 * exact; moments are milliseconds of the epoch, so that what the clocks do in between does not count.
 */

/** What a shift is worth: from whole seconds, rounded half up to hundredths once, never negative. */
export function workedHundredths(clockInMs: number, clockOutMs: number, lunchMs = 0): number {
  const seconds = Math.floor((clockOutMs - clockInMs - lunchMs) / 1000);
  return Math.floor((Math.max(0, seconds) + 18) / 36);
}

/** Saturday on or after a work date: weeks run from Sunday to Saturday. */
export const weekEndingOf = (workDate: string): string => addDays(workDate, 6 - (isoDayOfWeek(workDate) % 7));

/** Monday after a day, never the day itself: when training begins. */
export const nextMonday = (day: string): string => addDays(day, 8 - isoDayOfWeek(day));

const LEAST_CAP = 40;
const MOST_CAP = 50;

/** Hours of a week that count at most, in hundredths. */
export const weeklyCapHundredths = (hoursPerWeek: number): number =>
  100 * Math.min(MOST_CAP, Math.max(LEAST_CAP, hoursPerWeek));

export interface Credit {
  creditedHundredths: number;
  /** The cap left less of it than was worked. */
  cut: boolean;
}

/** What each closed and undisputed shift of one week counts, given in the order in which they began. */
export function creditWeek(worked: readonly number[], capHundredths: number): Credit[] {
  let left = capHundredths;
  return worked.map((hundredths) => {
    const creditedHundredths = Math.min(hundredths, left);
    left -= creditedHundredths;
    return { creditedHundredths, cut: creditedHundredths < hundredths };
  });
}

export const hoursOf = (hundredths: number): number => hundredths / 100;
export const hundredthsOf = (hours: number | string): number => Math.round(Number(hours) * 100);

/** Minutes of lunch beyond which staff are told. */
export const LONG_LUNCH_MINUTES = 60;
/** Hundredths of hours from which a shift without lunch is told to staff. */
export const LUNCHLESS_HUNDREDTHS = 600;
