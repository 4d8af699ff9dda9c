import { minorDigits, money, month } from '../../lib/format.ts';

/** Hundredths of a currency, as people write the amount. */
export const hundredths = (value: number, currency: string): string =>
  money(value * 10 ** (minorDigits(currency) - 2), currency);

/** The amount of a charge; null for those who are not shown it. */
export function amountOf({
  amountMinor,
  currency,
}: {
  amountMinor?: number;
  currency?: string;
}): string | null {
  return amountMinor === undefined || currency === undefined ? null : hundredths(amountMinor, currency);
}

/** `2026-02` as "February 2026". */
export const period = (value: string): string => month(value, 'long');
