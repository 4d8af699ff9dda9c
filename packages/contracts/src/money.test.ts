import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decimalFromMinor,
  decimalsOf,
  documentTotals,
  lineTotal,
  milliFromQuantity,
  minorDigits,
  minorFromDecimal,
  percentFromRateBp,
  quantityFromMilli,
  rateBpFromPercent,
  roundHalfAwayFromZero,
} from './money.ts';

/** A line as the contract writes it: quantity, unit price, VAT in percent. */
function line(quantity: number, unitPrice: number, vatRate = 20) {
  return {
    quantityMilli: milliFromQuantity(quantity),
    unitPriceMinor: minorFromDecimal(unitPrice),
    vatRateBp: rateBpFromPercent(vatRate),
  };
}

const anyLine = fc.record({
  quantityMilli: fc.integer({ min: -9_999_999, max: 9_999_999 }),
  unitPriceMinor: fc.integer({ min: -99_999_999, max: 99_999_999 }),
  vatRateBp: fc.constantFrom(0, 210, 550, 1000, 1800, 2000, 10_000),
});
const anyLines = fc.array(anyLine, { maxLength: 40 });

describe('rounding', () => {
  test.each([
    [5n, 10n, 1n],
    [-5n, 10n, -1n],
    [4n, 10n, 0n],
    [-4n, 10n, 0n],
    [15n, 10n, 2n],
    [25n, 10n, 3n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
  ])('%s / %s → %s', (numerator, denominator, expected) => {
    expect(roundHalfAwayFromZero(numerator, denominator)).toBe(expected);
  });

  test('mirrors around zero and is off by at most a half', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 1n << 80n }), (n, d) => {
        const rounded = roundHalfAwayFromZero(n, d);
        expect(roundHalfAwayFromZero(-n, d)).toBe(-rounded);
        const rest = 2n * (n - rounded * d);
        expect(rest <= d && rest >= -d).toBe(true);
      }),
    );
  });

  test('refuses a denominator that is not positive', () => {
    expect(() => roundHalfAwayFromZero(1n, 0n)).toThrow(RangeError);
  });
});

describe('decimals', () => {
  test.each([
    [120.1, 12_010],
    [360, 36_000],
    [9_999_999.99, 999_999_999],
    [-0.01, -1],
    [0, 0],
    [-0, 0],
    ['120.100', 12_010],
    ['1e2', 10_000],
  ])('%s → %s', (decimal, minor) => {
    expect(minorFromDecimal(decimal)).toBe(minor);
  });

  test.each([
    1.005,
    0.1 + 0.7,
    0.001,
    1e-7,
    '0.001',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    '1,5',
    '0x10',
  ])('refuses %s', (value) => {
    expect(() => minorFromDecimal(value)).toThrow(RangeError);
  });

  test.each([
    [120, 0],
    [120.1, 1],
    [120.25, 2],
    [1.005, 3],
    [1e-7, 7],
    [1.5e-7, 8],
    [1e21, 0],
    [1200, 0],
    [0, 0],
  ])('decimalsOf(%s) is %s', (value, expected) => {
    expect(decimalsOf(value)).toBe(expected);
  });

  test('every amount with two decimals survives the way out and back, also through JSON', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }), (minor) => {
        const decimal = decimalFromMinor(minor);
        expect(minorFromDecimal(decimal)).toBe(minor);
        expect(minorFromDecimal(JSON.parse(JSON.stringify(decimal)))).toBe(minor);
        expect(decimalsOf(decimal)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 2000 },
    );
  });

  test('every cent up to 3 000 euros, without a float drift', () => {
    for (let minor = 0; minor <= 300_000; minor++) {
      const text = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
      if (minorFromDecimal(Number(text)) !== minor) expect.fail(text);
    }
  });

  test('quantities keep three decimals, rates two', () => {
    expect(milliFromQuantity(999_999.999)).toBe(999_999_999);
    expect(milliFromQuantity('0.500')).toBe(500);
    expect(quantityFromMilli(1250)).toBe(1.25);
    expect(() => milliFromQuantity(0.0005)).toThrow(RangeError);
    expect(rateBpFromPercent(5.5)).toBe(550);
    expect(percentFromRateBp(550)).toBe(5.5);
    expect(() => rateBpFromPercent(5.555)).toThrow(RangeError);
  });

  test('minor digits follow ISO 4217', () => {
    expect(['EUR', 'JPY', 'ILS', 'KWD'].map(minorDigits)).toEqual([2, 0, 2, 3]);
    expect(minorFromDecimal(1500, minorDigits('JPY'))).toBe(1500);
    expect(decimalFromMinor(1500, 0)).toBe(1500);
    expect(() => minorDigits('EURO')).toThrow(RangeError);
  });
});

describe('document totals', () => {
  test.each([
    [[line(1, 120), line(1, 180)], 30_000, 6_000, 36_000],
    [[line(3, 33.33)], 9_999, 2_000, 11_999],
    [[line(0.5, 2.01)], 101, 20, 121],
    [[line(1, 100, 20), line(1, 50, 5.5)], 15_000, 2_275, 17_275],
    [[], 0, 0, 0],
  ])('garage §4.2, example %#', (lines, subtotal, vat, total) => {
    const totals = documentTotals(lines);
    expect([totals.subtotalMinor, totals.vatMinor, totals.totalMinor]).toEqual([subtotal, vat, total]);
  });

  test('the breakdown has one share per rate, highest first', () => {
    const { breakdown } = documentTotals([line(1, 50, 5.5), line(1, 60, 20), line(2, 20, 20), line(1, 7, 0)]);
    expect(breakdown).toEqual([
      { vatRateBp: 2000, baseMinor: 10_000, vatMinor: 2_000 },
      { vatRateBp: 550, baseMinor: 5_000, vatMinor: 275 },
      { vatRateBp: 0, baseMinor: 700, vatMinor: 0 },
    ]);
  });

  test('products beyond 2^53 are exact, sums beyond it refused', () => {
    expect(lineTotal(999_999_999, 999_999_999)).toBe(999_999_998_000_000);
    const huge = { quantityMilli: 999_999_999, unitPriceMinor: 999_999_999, vatRateBp: 2000 };
    expect(documentTotals([huge]).totalMinor).toBe(1_199_999_997_600_000);
    expect(() => documentTotals(Array(200).fill(huge))).toThrow(RangeError);
  });

  test('sums agree, a credit note mirrors its invoice, order does not matter', () => {
    fc.assert(
      fc.property(anyLines, fc.infiniteStream(fc.nat()), (lines, order) => {
        const totals = documentTotals(lines);
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(totals.lineTotals)).toBe(totals.subtotalMinor);
        expect(sum(totals.breakdown.map((share) => share.baseMinor))).toBe(totals.subtotalMinor);
        expect(sum(totals.breakdown.map((share) => share.vatMinor))).toBe(totals.vatMinor);
        expect(totals.totalMinor).toBe(totals.subtotalMinor + totals.vatMinor);

        const mirrored = documentTotals(lines.map((l) => ({ ...l, unitPriceMinor: 0 - l.unitPriceMinor })));
        expect(mirrored.totalMinor).toBe(0 - totals.totalMinor);
        expect(mirrored.breakdown.map((s) => 0 - s.vatMinor)).toEqual(
          totals.breakdown.map((s) => s.vatMinor),
        );

        const keyed = lines.map((l) => ({ l, key: order.next().value ?? 0 }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ l }) => l);
        expect(documentTotals(shuffled).breakdown).toEqual(totals.breakdown);
      }),
    );
  });

  test('no amount is minus zero', () => {
    const totals = documentTotals([{ quantityMilli: -1, unitPriceMinor: 1, vatRateBp: 2000 }]);
    expect(Object.is(totals.totalMinor, 0) && Object.is(totals.lineTotals[0], 0)).toBe(true);
  });
});
