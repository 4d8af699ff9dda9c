import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studioAmounts } from './studio-amounts.ts';

const plain = { taxRate: 0, discountMinor: 0, digits: 2 };

describe('amounts of a studio’s invoice', () => {
  it('are those of the contract', () => {
    const lines = [
      { quantity: 1, rate: 500 },
      { quantity: 10, rate: 100 },
    ];
    expect(studioAmounts(lines, { taxRate: 10, discountMinor: 5000, digits: 2 })).toEqual({
      lineMinors: [50_000, 100_000],
      subtotalMinor: 150_000,
      taxMinor: 15_000,
      totalMinor: 160_000,
    });
  });

  it('are those of the specification, where floats would err', () => {
    expect(
      studioAmounts([{ quantity: 3, rate: 19.99 }], { taxRate: 7.25, discountMinor: 0, digits: 2 }),
    ).toMatchObject({ subtotalMinor: 5997, taxMinor: 435, totalMinor: 6432 });
    expect(studioAmounts([{ quantity: 1, rate: 1.005 }], plain).subtotalMinor).toBe(101);
    expect(studioAmounts([{ quantity: 1, rate: 100.5 }], { ...plain, digits: 0 }).subtotalMinor).toBe(101);
  });

  it('refuse more than four decimals and sums that no number prints exactly', () => {
    expect(() => studioAmounts([{ quantity: 0.00001, rate: 1 }], plain)).toThrow(RangeError);
    expect(() => studioAmounts([{ quantity: 1e9, rate: 1e9 }], plain)).toThrow(RangeError);
  });

  const fine = (most: number) => fc.integer({ min: 0, max: most * 10_000 }).map((n) => n / 10_000);
  const lines = fc.array(fc.record({ quantity: fine(1000), rate: fine(10_000) }), {
    minLength: 1,
    maxLength: 8,
  });

  it('are within half a cent of the exact ones, and sum up', () => {
    fc.assert(
      fc.property(lines, fine(100), (given, taxRate) => {
        const { lineMinors, subtotalMinor, taxMinor, totalMinor } = studioAmounts(given, {
          ...plain,
          taxRate,
        });
        for (const [i, { quantity, rate }] of given.entries()) {
          const exact = BigInt(Math.round(quantity * 10_000)) * BigInt(Math.round(rate * 10_000));
          const off = exact - BigInt(lineMinors[i] ?? 0) * 1_000_000n;
          expect(off >= -500_000n && off < 500_000n).toBe(true);
        }
        expect(subtotalMinor).toBe(lineMinors.reduce((sum, minor) => sum + minor, 0));
        expect(totalMinor).toBe(subtotalMinor + taxMinor);
        const off =
          BigInt(subtotalMinor) * BigInt(Math.round(taxRate * 10_000)) - BigInt(taxMinor) * 1_000_000n;
        expect(off >= -500_000n && off < 500_000n).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('do not depend on the order of lines', () => {
    fc.assert(
      fc.property(lines, fine(100), (given, taxRate) => {
        const one = studioAmounts(given, { ...plain, taxRate });
        const other = studioAmounts(given.toReversed(), { ...plain, taxRate });
        expect(other.totalMinor).toBe(one.totalMinor);
      }),
      { numRuns: 50 },
    );
  });
});
