/** What a place in a programme costs, in minor units, and how long its training takes. */
export interface Prices {
  priceMinor: number;
  setupFeeMinor: number;
  totalHours: number;
}

export interface PaymentPlan {
  weeks: number;
  weeklyMinor: number;
  /** Of the last week: what is left after the others. */
  lastMinor: number;
}

/** The quotient of two positive whole numbers, rounded half up, without leaving the whole numbers. */
const roundedQuotient = (amount: number, parts: number): number =>
  Math.floor((2 * amount + parts) / (2 * parts));

/**
 * The weekly payments after the set-up fee. Hours that were transferred shorten the term and raise the weekly amount; fee
 * and instalments are the price together, whatever is asked. Source: academy specification §4.5.
 */
export function planOf(
  { priceMinor, setupFeeMinor, totalHours }: Prices,
  hoursPerWeek: number,
  transferredHours: number,
): PaymentPlan {
  const weeks = Math.ceil((totalHours - transferredHours) / hoursPerWeek);
  const rest = priceMinor - setupFeeMinor;
  const weeklyMinor = roundedQuotient(rest, weeks);
  return { weeks, weeklyMinor, lastMinor: rest - weeklyMinor * (weeks - 1) };
}
