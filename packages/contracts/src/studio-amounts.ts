import { minorFromDecimal, roundHalfAwayFromZero } from './money.ts';

/**
 * Amounts of a studio's invoice, in minor units: each line is rounded, tax is rounded once on the whole subtotal, the
 * discount is taken off after it (studio specification §4.1). Decimals are read as they were written, never as floats.
 */
export interface StudioAmounts {
  lineMinors: number[];
  subtotalMinor: number;
  taxMinor: number;
  /** Negative where the discount is more than subtotal and tax: the caller refuses that. */
  totalMinor: number;
}

export interface StudioLine {
  quantity: number;
  rate: number;
}

/** Decimals of quantities, prices and tax rates. */
export const FOUR_PLACES = 4;

/** The largest sum: beyond it a number no longer prints its cents exactly. */
export const LARGEST_MINOR = 10 ** 15;

function bounded(value: bigint): number {
  if (value > BigInt(LARGEST_MINOR)) throw new RangeError('The amount is too large.');
  return Number(value);
}

const fine = (value: number) => BigInt(minorFromDecimal(value, FOUR_PLACES));

/** `digits` are the currency's decimals. Throws a RangeError for more than four decimals and for sums too large. */
export function studioAmounts(
  lines: readonly StudioLine[],
  { taxRate, discountMinor, digits }: { taxRate: number; discountMinor: number; digits: number },
): StudioAmounts {
  const divisor = 10n ** BigInt(2 * FOUR_PLACES - digits);
  const minors = lines.map(({ quantity, rate }) =>
    roundHalfAwayFromZero(fine(quantity) * fine(rate), divisor),
  );
  const subtotal = minors.reduce((sum, minor) => sum + minor, 0n);
  const tax = roundHalfAwayFromZero(subtotal * fine(taxRate), 100n * 10n ** BigInt(FOUR_PLACES));
  return {
    lineMinors: minors.map(bounded),
    subtotalMinor: bounded(subtotal),
    taxMinor: bounded(tax),
    totalMinor: bounded(subtotal + tax) - discountMinor,
  };
}
