import { minorDigits } from '@officina/contracts/money';
import { type StudioAmounts, studioAmounts } from '@officina/contracts/studio-amounts';
import { invalid } from '../../../kernel/errors.ts';
import { minorOf } from '../money.ts';

export interface AskedItem {
  description: string;
  quantity?: number | null;
  rate: number;
}

export interface Priced extends StudioAmounts {
  items: { description: string; quantity: number; rate: number; amountMinor: number }[];
  taxRate: number;
  discountMinor: number;
  currency: string;
}

/** Amounts of what is asked. Throws VALIDATION_ERROR for sums too large and a discount above subtotal and tax. */
export function priceInvoice({
  items: asked,
  taxRate,
  discount,
  currency,
}: {
  items: readonly AskedItem[];
  taxRate: number;
  discount: number;
  currency: string;
}): Priced {
  const discountMinor = minorOf(discount, currency, 'discount');
  const lines = asked.map(({ description, quantity, rate }) => ({
    description,
    quantity: quantity ?? 1,
    rate,
  }));
  const amounts = amountsOf(lines, { taxRate, discountMinor, digits: minorDigits(currency) });
  if (amounts.totalMinor < 0)
    throw invalid({ field: 'discount', message: 'Must not be more than subtotal and tax' });
  const items = lines.map((line, i) => ({ ...line, amountMinor: amounts.lineMinors[i] ?? 0 }));
  return { ...amounts, items, taxRate, discountMinor, currency };
}

function amountsOf(...args: Parameters<typeof studioAmounts>): StudioAmounts {
  try {
    return studioAmounts(...args);
  } catch (error) {
    if (error instanceof RangeError) throw invalid({ field: 'items', message: 'The amount is too large' });
    throw error;
  }
}
