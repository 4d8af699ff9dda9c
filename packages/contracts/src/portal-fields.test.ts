import { expect, it } from 'vitest';
import { utcDayOf } from './portal-fields.ts';

it.each([
  ['2026-03-01', '2026-03-01'],
  ['2026-03-01T23:30:00-05:00', '2026-03-02'],
  ['0001-01-01', '0001-01-01'],
  ['9999-12-31', '9999-12-31'],
])('reads %s as the UTC day %s', (text, day) => expect(utcDayOf(text)).toBe(day));

it.each([
  '2026-02-30',
  '2026-3-1',
  '0000-12-31',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:00:00-05:00',
  '2026-03-01T00:00',
])('takes %s for no date', (text) => expect(utcDayOf(text)).toBeNull());
