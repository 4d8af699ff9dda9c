import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOf } from './training-price.ts';

const BARBER = { priceMinor: 498_000, setupFeeMinor: 174_300, totalHours: 2000 };

describe('the weekly payments', () => {
  it.each([
    [40, 0, 50, 6474, 6474],
    [30, 0, 67, 4831, 4854],
    [50, 0, 40, 8093, 8073],
    [45, 120, 42, 7707, 7713],
    [50, 1999, 1, 323_700, 323_700],
  ])(
    '%i hours a week, %i transferred: %i weeks of %i, the last %i',
    (h, t, weeks, weeklyMinor, lastMinor) => {
      expect(planOf(BARBER, h, t)).toEqual({ weeks, weeklyMinor, lastMinor });
    },
  );

  it('and the fee are the price together, to the cent, for every input there is', () => {
    for (let hours = 20; hours <= 50; hours++)
      for (let transferred = 0; transferred < 2000; transferred++) {
        const { weeks, weeklyMinor, lastMinor } = planOf(BARBER, hours, transferred);
        const sum = BARBER.setupFeeMinor + weeklyMinor * (weeks - 1) + lastMinor;
        if (sum !== BARBER.priceMinor || lastMinor <= 0) expect.unreachable(`${hours}, ${transferred}`);
      }
  });

  it('are rounded half up and differ by less than the number of weeks, at any price', () => {
    const prices = fc.record({
      setupFeeMinor: fc.integer({ min: 1, max: 5_000_000 }),
      rest: fc.integer({ min: 100_000, max: 50_000_000 }),
    });
    fc.assert(
      fc.property(prices, fc.integer({ min: 20, max: 50 }), fc.nat(1999), ({ setupFeeMinor, rest }, h, t) => {
        const { weeks, weeklyMinor, lastMinor } = planOf(
          { setupFeeMinor, priceMinor: setupFeeMinor + rest, totalHours: 2000 },
          h,
          t,
        );
        expect(weeklyMinor * (weeks - 1) + lastMinor).toBe(rest);
        expect(weeklyMinor).toBe(Math.round(rest / weeks));
        expect(Math.abs(lastMinor - weeklyMinor)).toBeLessThan(weeks);
      }),
    );
  });
});
