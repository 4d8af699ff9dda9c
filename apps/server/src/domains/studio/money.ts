import { minorDigits, minorFromDecimal } from '@officina/contracts/money';
import { invalid } from '../../kernel/errors.ts';

/** Major units as they were written → minor units. Throws VALIDATION_ERROR for more decimals than the currency has. */
export function minorOf(value: number, currency: string, field: string): number {
  const digits = minorDigits(currency);
  try {
    return minorFromDecimal(value, digits);
  } catch {
    const most = digits ? `at most ${digits} decimals` : 'no decimals';
    throw invalid({ field, message: `Must have ${most}` });
  }
}
