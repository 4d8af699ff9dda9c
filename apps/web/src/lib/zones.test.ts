import { expect, it } from 'vitest';
import { localIn, momentIn } from './zones.ts';

const ZONE = 'America/Indiana/Indianapolis';

it('writes moments by the clocks of a zone, and reads them back', () => {
  for (const [iso, local] of [
    ['2026-01-15T14:30:00.000Z', '2026-01-15T09:30'],
    ['2026-07-01T03:59:00.000Z', '2026-06-30T23:59'],
    // The night before and after each change of the clocks.
    ['2026-03-08T06:59:00.000Z', '2026-03-08T01:59'],
    ['2026-03-08T07:00:00.000Z', '2026-03-08T03:00'],
    ['2026-11-01T07:00:00.000Z', '2026-11-01T02:00'],
  ] as const) {
    expect(localIn(iso, ZONE)).toBe(local);
    expect(momentIn(local, ZONE)).toBe(iso);
  }
  expect(momentIn('2026-06-01T00:00', 'Asia/Tokyo')).toBe('2026-05-31T15:00:00.000Z');
});

it('takes the first of two equal hours, and the hour after one that is left out', () => {
  expect(momentIn('2026-11-01T01:30', ZONE)).toBe('2026-11-01T05:30:00.000Z');
  expect(momentIn('2026-03-08T02:30', ZONE)).toBe('2026-03-08T07:30:00.000Z');
});
