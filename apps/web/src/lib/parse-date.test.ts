import { describe, expect, it } from 'vitest';
import { addDays, parseDate } from './parse-date.ts';

const TODAY = '2026-11-21';

describe('parseDate', () => {
  it.each([
    ['12/3', 'fr-FR', '2026-03-12'],
    ['12/3', 'en-US', '2026-12-03'],
    ['12.3.27', 'de-DE', '2027-03-12'],
    ['2026-03-12', 'en-US', '2026-03-12'],
    ['5', 'fr-FR', '2026-11-05'],
    ['+7', 'fr-FR', '2026-11-28'],
    ['-21', 'fr-FR', '2026-10-31'],
  ])('reads %s in %s', (text, locale, day) => {
    expect(parseDate(text, locale, TODAY)).toBe(day);
  });

  it.each(['', '31/2', '13/13', 'mars', '1/2/3/4', '0'])('refuses "%s"', (text) => {
    expect(parseDate(text, 'fr-FR', TODAY)).toBeNull();
  });
});

it('adds days over the end of a month', () => {
  expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
});
