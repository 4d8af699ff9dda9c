import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceLines } from './priced-lines.ts';

/** Decimal arithmetic on digit strings, written independently of the money helpers. */
function multiplied(a: string, b: string, places: number): bigint {
  const scale = (text: string) => (text.split('.')[1] ?? '').length;
  const digits = (text: string) => BigInt(text.replace('.', ''));
  const product = digits(a) * digits(b);
  const excess = scale(a) + scale(b) - places;
  if (excess <= 0) return product * 10n ** BigInt(-excess);
  const divisor = 10n ** BigInt(excess);
  const [whole, rest] = [product / divisor, product % divisor];
  return rest * 2n >= divisor ? whole + 1n : whole;
}

const rates = [0, 2.1, 5.5, 10, 20, 33.33, 100];
const line = fc.record({
  quantity: fc.integer({ min: 1, max: 999_999_999 }).map((milli) => milli / 1000),
  unitPriceCents: fc.integer({ min: 0, max: 999_999_999 }),
  vatRate: fc.option(fc.constantFrom(...rates), { nil: undefined }),
});

describe('amounts of a document', () => {
  it('agree with an independent calculation for any lines', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...rates),
        (asked, vatRate) => {
          const lines = asked.map((each) => ({ ...each, description: 'x', kind: 'other' as const }));
          const priced = priceLines(lines, { vatRate, vatExempt: false });
          const bases = new Map<number, bigint>();
          let subtotal = 0n;
          for (const [i, each] of lines.entries()) {
            const total = multiplied(String(each.quantity), String(each.unitPriceCents), 0);
            expect(BigInt(priced.lines[i]?.totalCents ?? -1)).toBe(total);
            const rate = each.vatRate ?? vatRate;
            expect(priced.lines[i]?.vatRate).toBe(rate);
            bases.set(rate, (bases.get(rate) ?? 0n) + total);
            subtotal += total;
          }
          let vat = 0n;
          const highestFirst = [...bases].sort(([a], [b]) => b - a);
          for (const [i, [rate, base]] of highestFirst.entries()) {
            const share = multiplied(String(base), (rate / 100).toFixed(4), 0);
            expect(priced.vatBreakdown[i]).toEqual({
              rate,
              baseCents: Number(base),
              vatCents: Number(share),
            });
            vat += share;
          }
          expect(priced.vatBreakdown).toHaveLength(bases.size);
          expect(priced.subtotalCents).toBe(Number(subtotal));
          expect(priced.vatCents).toBe(Number(vat));
          expect(priced.totalCents).toBe(Number(subtotal + vat));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are those of the specification', () => {
    const amounts = (...asked: [quantity: number, unitPriceCents: number, vatRate?: number][]) => {
      const lines = asked.map(([quantity, unitPriceCents, vatRate]) => ({
        description: 'x',
        kind: 'other' as const,
        quantity,
        unitPriceCents,
        vatRate,
      }));
      const { subtotalCents, vatCents, totalCents } = priceLines(lines, { vatRate: 20, vatExempt: false });
      return [subtotalCents, vatCents, totalCents];
    };
    expect(amounts([1, 12_000], [1, 18_000])).toEqual([30_000, 6_000, 36_000]);
    expect(amounts([3, 3_333])).toEqual([9_999, 2_000, 11_999]);
    expect(amounts([0.5, 201])).toEqual([101, 20, 121]);
    expect(amounts([1, 10_000], [1, 5_000, 5.5])).toEqual([15_000, 2_275, 17_275]);
  });

  it('charge no VAT for an exempt firm, whatever was asked', () => {
    const lines = [
      { description: 'x', kind: 'other' as const, quantity: 1, unitPriceCents: 1000, vatRate: 20 },
    ];
    expect(priceLines(lines, { vatRate: 20, vatExempt: true })).toMatchObject({
      vatRate: 0,
      mixedRates: false,
      vatCents: 0,
      totalCents: 1000,
      vatBreakdown: [{ rate: 0, baseCents: 1000, vatCents: 0 }],
    });
  });
});
