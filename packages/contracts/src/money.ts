/**
 * Amounts as integers of a currency's minor unit (cents), quantities as integer thousandths (numeric(9,3)),
 * VAT rates as integer hundredths of a percent ("bp": 20 % is 2000, 5.5 % is 550). Nothing here computes on
 * fractions of floats. Rules: garage §4.2, design §4.
 */

/** numerator ÷ denominator to the nearest integer; a half goes away from zero, so that −x mirrors x. */
export function roundHalfAwayFromZero(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('The denominator must be positive.');
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** Back to a number; an amount that a number cannot hold exactly is refused, never approximated. */
function exact(value: bigint): number {
  const result = Number(value);
  if (!Number.isSafeInteger(result)) throw new RangeError('The amount is too large.');
  return result;
}

/** Digits and exponent of the shortest decimal that reads back as this number (or of a decimal text). */
function digitsOf(value: number | string): { digits: bigint; places: number } {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(String(value).trim());
  if (!match) throw new RangeError(`Not a decimal number: ${value}`);
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const kept = fraction.replace(/0+$/, '');
  const places = kept.length - Number(exponent);
  const digits = BigInt(whole + kept);
  return { digits: sign === '-' ? -digits : digits, places: digits === 0n ? 0 : places };
}

/** How many decimals a JSON number was written with, trailing zeros aside: 120.10 has one, 1e-7 has seven. */
export function decimalsOf(value: number): number {
  const { digits, places } = digitsOf(value);
  const text = digits.toString();
  const zeros = text.length - text.replace(/0+$/, '').length;
  return Math.max(0, places - (digits === 0n ? 0 : zeros));
}

function scaled(value: number | string, places: number): number {
  // Whole numbers, which most are, have no digits to look at; a product that is not safe falls through to be refused.
  if (typeof value === 'number' && Number.isInteger(value)) {
    const product = value * 10 ** places;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  const read = digitsOf(value);
  const shift = places - read.places;
  if (shift >= 0) return exact(read.digits * 10n ** BigInt(shift));
  const divisor = 10n ** BigInt(-shift);
  if (read.digits % divisor !== 0n) throw new RangeError(`More than ${places} decimals: ${value}`);
  return exact(read.digits / divisor);
}

/** 120.1 → 12010. Takes JSON numbers and the texts that PostgreSQL prints for `numeric`. */
export function minorFromDecimal(value: number | string, places = 2): number {
  return scaled(value, places);
}

/** 12010 → 120.1. Reads back to the same integer for magnitudes below 10^15, the digits that a float keeps. */
export function decimalFromMinor(minor: number, places = 2): number {
  return minor / 10 ** places;
}

/** 0.5 → 500; refuses more than three decimals. */
export function milliFromQuantity(quantity: number | string): number {
  return scaled(quantity, 3);
}

export function quantityFromMilli(quantityMilli: number): number {
  return quantityMilli / 1000;
}

/** 5.5 (percent) → 550; refuses more than two decimals. */
export function rateBpFromPercent(percent: number | string): number {
  return scaled(percent, 2);
}

export function percentFromRateBp(rateBp: number): number {
  return rateBp / 100;
}

const digitsByCurrency = new Map<string, number>();

/** Decimals of an ISO 4217 currency: EUR 2, ILS 2, JPY 0. Throws on what is not a currency code. */
export function minorDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

function lineTotalExact(quantityMilli: number, unitPriceMinor: number): bigint {
  return roundHalfAwayFromZero(BigInt(quantityMilli) * BigInt(unitPriceMinor), 1000n);
}

/** Quantity × unit price, rounded to the minor unit. */
export function lineTotal(quantityMilli: number, unitPriceMinor: number): number {
  return exact(lineTotalExact(quantityMilli, unitPriceMinor));
}

export interface PricedLine {
  quantityMilli: number;
  /** Excluding VAT. Negative quantities or prices (credit notes, discounts) mirror positive ones exactly. */
  unitPriceMinor: number;
  vatRateBp: number;
}

export interface VatShare {
  vatRateBp: number;
  baseMinor: number;
  vatMinor: number;
}

export interface DocumentTotals {
  /** One per line, in the order of the lines. */
  lineTotals: number[];
  subtotalMinor: number;
  vatMinor: number;
  totalMinor: number;
  /** One share per rate that occurs, highest rate first. */
  breakdown: VatShare[];
}

/**
 * Amounts of a quote, invoice or credit note: lines are rounded first, VAT is rounded once per rate on the sum
 * of its lines (garage §4.2). Throws a RangeError when a sum passes what a number holds exactly.
 */
export function documentTotals(lines: readonly PricedLine[]): DocumentTotals {
  const bases = new Map<number, bigint>();
  const lineTotals: number[] = [];
  let subtotal = 0n;
  for (const line of lines) {
    const total = lineTotalExact(line.quantityMilli, line.unitPriceMinor);
    lineTotals.push(exact(total));
    bases.set(line.vatRateBp, (bases.get(line.vatRateBp) ?? 0n) + total);
    subtotal += total;
  }
  let vat = 0n;
  const breakdown: VatShare[] = [];
  for (const [vatRateBp, base] of [...bases].sort(([a], [b]) => b - a)) {
    const share = roundHalfAwayFromZero(base * BigInt(vatRateBp), 10_000n);
    vat += share;
    breakdown.push({ vatRateBp, baseMinor: exact(base), vatMinor: exact(share) });
  }
  return {
    lineTotals,
    subtotalMinor: exact(subtotal),
    vatMinor: exact(vat),
    totalMinor: exact(subtotal + vat),
    breakdown,
  };
}
