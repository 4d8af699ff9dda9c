import { date, money } from '../../lib/format.ts';

/** Whole euros, as the portal counts. */
export const euros = (whole: number): string => money(whole * 100, 'EUR', true);

/** A difference in whole euros, with its sign. */
export const euroDelta = (whole: number): string => (whole > 0 ? `+${euros(whole)}` : euros(whole));

/** The portal prints calendar days as midnights in UTC; only the day is meant. */
export const dayPart = (moment: string | null): string | null => moment?.slice(0, 10) ?? null;

export const day = (moment: string | null): string | null => moment && date(moment.slice(0, 10));
