import { describe, expect, it } from 'vitest';
import { parseMinor, parseNumber } from './parse-number.ts';

describe('parseNumber', () => {
  it.each([
    ['1 234,56', 'fr-FR', 1234.56],
    ['1\u202f234,56 €', 'fr-FR', 1234.56],
    ['1.234,56', 'de-DE', 1234.56],
    ['1,234.56', 'en-US', 1234.56],
    ["1'234.50", 'fr-CH', 1234.5],
    ['3,5', 'en-US', 3.5],
    ['3.5', 'fr-FR', 3.5],
    ['1,234', 'en-US', 1234],
    ['1,234', 'fr-FR', 1.234],
    ['1,234,567', 'fr-FR', 1234567],
    ['-12,50', 'fr-FR', -12.5],
    ['12 EUR', 'fr-FR', 12],
  ])('reads %s in %s', (text, locale, value) => {
    expect(parseNumber(text, locale)).toBe(value);
  });

  it.each(['', 'abc', '12a', '1,2.3,4', '-', '.'])('refuses "%s"', (text) => {
    expect(parseNumber(text, 'fr-FR')).toBeNull();
  });
});

describe('parseMinor', () => {
  it.each([
    ['1.005', 'en', 2, 101],
    ['-1.005', 'en', 2, -101],
    ['19,99', 'fr-FR', 2, 1999],
    ['1500', 'ja', 0, 1500],
    ['0', 'en', 2, 0],
  ])('rounds %s half away from zero', (text, locale, digits, minor) => {
    expect(parseMinor(text, locale, digits)).toBe(minor);
  });
});
