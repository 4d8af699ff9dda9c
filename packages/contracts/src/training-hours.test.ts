import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isoDayOfWeek } from './calendar.ts';
import { CODE_ALPHABET, codeOf, readCode } from './training-codes.ts';
import {
  creditWeek,
  nextMonday,
  weekEndingOf,
  weeklyCapHundredths,
  workedHundredths,
} from './training-hours.ts';
import { distanceMetres, isWithin } from './training-places.ts';

const at = (iso: string) => Date.parse(iso);
const day = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays('2000-01-01', days));

describe('the hours of a shift', () => {
  it('are 7.75 from 9:00 to 17:30 with 45 minutes of lunch', () => {
    expect(workedHundredths(at('2026-01-15T09:00Z'), at('2026-01-15T17:30Z'), 45 * 60_000)).toBe(775);
  });

  it('are elapsed time on both nights on which the clocks change', () => {
    const shift = (from: string, to: string) => workedHundredths(at(from), at(to));
    expect(shift('2026-03-08T01:00:00-05:00', '2026-03-08T05:00:00-04:00')).toBe(300);
    expect(shift('2026-11-01T00:30:00-04:00', '2026-11-01T03:30:00-05:00')).toBe(400);
  });

  it('are rounded half up from whole seconds, and never negative', () => {
    expect([17, 18, 53, 54, 3600].map((seconds) => workedHundredths(0, seconds * 1000))).toEqual([
      0, 1, 1, 2, 100,
    ]);
    expect(workedHundredths(0, 18_999)).toBe(1);
    expect(workedHundredths(0, 60_000, 120_000)).toBe(0);
  });
});

describe('weeks', () => {
  it('end on the Saturday on or after a day', () => {
    fc.assert(
      fc.property(day, (date) => {
        const ending = weekEndingOf(date);
        expect(isoDayOfWeek(ending)).toBe(6);
        expect(daysBetween(date, ending)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(date, ending)).toBeLessThan(7);
      }),
    );
  });

  it('begin training on the Monday after, seven days on for a Monday', () => {
    const monday = '2026-01-12';
    const steps = Array.from({ length: 7 }, (_, step) => addDays(monday, step));
    expect(steps.map((date) => daysBetween(date, nextMonday(date)))).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('cap at 40 to 50 hours', () => {
    expect([20, 40, 45, 50, 60].map(weeklyCapHundredths)).toEqual([4000, 4000, 4500, 5000, 5000]);
  });

  it('credit five shifts of nine hours as 9, 9, 9, 9, 4', () => {
    const credits = creditWeek([900, 900, 900, 900, 900], weeklyCapHundredths(40));
    expect(credits.map(({ creditedHundredths }) => creditedHundredths)).toEqual([900, 900, 900, 900, 400]);
    expect(credits.map(({ cut }) => cut)).toEqual([false, false, false, false, true]);
  });

  it('credit what was worked up to the cap, the earliest first, and nothing beyond', () => {
    const shifts = fc.array(fc.integer({ min: 0, max: 1600 }), { maxLength: 12 });
    fc.assert(
      fc.property(shifts, fc.integer({ min: 4000, max: 5000 }), (worked, cap) => {
        const credits = creditWeek(worked, cap);
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(credits.map(({ creditedHundredths }) => creditedHundredths))).toBe(
          Math.min(cap, sum(worked)),
        );
        const firstCut = credits.findIndex(({ cut }) => cut);
        if (firstCut >= 0)
          for (const { creditedHundredths } of credits.slice(firstCut + 1))
            expect(creditedHundredths).toBe(0);
      }),
    );
  });
});

describe('distances', () => {
  const shop = { lat: 39.7684, lng: -86.1581, radiusM: 100 };

  it('are those of the specification', () => {
    expect(distanceMetres({ lat: 39.7693, lng: -86.1581 }, shop)).toBeCloseTo(100.075, 3);
    expect(distanceMetres({ lat: 39.7684, lng: -86.1569 }, shop)).toBeCloseTo(102.562, 3);
    expect(isWithin({ lat: 39.7693, lng: -86.1581 }, shop)).toBe(false);
    expect(isWithin({ lat: 39.7693, lng: -86.1581 }, { ...shop, radiusM: 101 })).toBe(true);
  });

  it('are the same both ways, and half the globe at most', () => {
    const place = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(place, place, (a, b) => {
        const metres = distanceMetres(a, b);
        expect(metres).toBeCloseTo(distanceMetres(b, a), 3);
        expect(metres).toBeGreaterThanOrEqual(0);
        expect(metres).toBeLessThanOrEqual(Math.PI * 6_371_000 + 0.001);
      }),
    );
  });
});

describe('check-in codes', () => {
  it('take every letter of their alphabet alike', () => {
    expect(new Set(CODE_ALPHABET).size).toBe(32);
    const all = Array.from({ length: 256 }, (_, byte) => codeOf(new Uint8Array(6).fill(byte))[0]);
    for (const letter of CODE_ALPHABET) expect(all.filter((one) => one === letter)).toHaveLength(8);
  });

  it('are read whatever the case and the blanks around', () => {
    expect(readCode(' ab2c3d\n')).toBe('AB2C3D');
  });
});
