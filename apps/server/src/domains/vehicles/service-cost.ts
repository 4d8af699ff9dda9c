import { lineTotal, milliFromQuantity } from '@officina/contracts/money';
import type { ServicePart } from '@officina/contracts/vehicles';

interface Work {
  parts: readonly ServicePart[];
  laborHours: number | null;
}

/**
 * What a service costs when nobody said: parts, plus hours at the tenant's hourly rate; each line is rounded to the
 * cent. Null when there is nothing to add up; hours without a rate are such.
 */
export function costOf({ parts, laborHours }: Work, hourlyRateMinor: number | null): number | null {
  const amounts = parts.map(({ quantity, unitPriceCents }) =>
    lineTotal(milliFromQuantity(quantity), unitPriceCents),
  );
  if (laborHours !== null && hourlyRateMinor !== null)
    amounts.push(lineTotal(milliFromQuantity(laborHours), hourlyRateMinor));
  return amounts.length ? amounts.reduce((sum, amount) => sum + amount, 0) : null;
}
