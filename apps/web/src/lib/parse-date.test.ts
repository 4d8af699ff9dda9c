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
    ['May 17, 2004', 'en-US', '2004-05-17'],
    ['17 may', 'en-GB', '2026-05-17'],
    ['3 fevr. 27', 'fr-FR', '2027-02-03'],
    ['2026 august 3', 'en-US', '2026-08-03'],
    ['21 בנוב׳ 2026', 'he-IL', '2026-11-21'],
  ])('reads %s in %s', (text, locale, day) => {
    expect(parseDate(text, locale, TODAY)).toBe(day);
  });

  it.each(['', '31/2', '13/13', 'mars', '3 jui', '3 x', '31 juin', '1/2/3/4', '0'])(
    'refuses "%s"',
    (text) => {
      expect(parseDate(text, 'fr-FR', TODAY)).toBeNull();
    },
  );
});

it('reads a day of every month as it is printed', () => {
  for (const locale of ['en-US', 'en-GB', 'fr-FR', 'he-IL', 'de-DE']) {
    const print = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    for (let day = '2028-01-31'; day < '2029'; day = addDays(day, 28)) {
      expect(parseDate(print.format(Date.parse(day)), locale, TODAY)).toBe(day);
    }
  }
});

it('adds days over the end of a month', () => {
  expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
});
