import { describe, expect, test } from 'vitest';
import {
  addressLines,
  formatCapital,
  formatDate,
  formatIban,
  formatMileage,
  formatMoney,
  formatPhone,
  formatQuantity,
  formatRate,
  formatSiret,
  numberLocale,
} from './format.ts';

describe('numbers', () => {
  test.each([
    [123_456, 'EUR', 'fr-FR', '1\u202f234,56\u202f€'],
    [-123_456, 'EUR', 'fr', '-1\u202f234,56\u202f€'],
    [0, 'EUR', 'fr-FR', '0,00\u202f€'],
    [123_456, 'EUR', 'en-GB', '€1,234.56'],
    [123_456, 'USD', 'en-US', '$1,234.56'],
    [1_500, 'JPY', 'en-GB', 'JP¥1,500'],
    [123_456, 'ILS', 'he-IL', '₪1,234.56'],
    [123_456, 'EUR', 'fr_FR', '1\u202f234,56\u202f€'],
    [123_456, 'EUR', 'fr-!!', '1\u202f234,56\u202f€'],
  ])('%s %s in %s is %s', (minor, currency, locale, expected) => {
    expect(formatMoney(minor, currency, locale)).toBe(expected);
  });

  test('quantities, rates and kilometres', () => {
    expect(formatQuantity(1000, 'fr-FR')).toBe('1');
    expect(formatQuantity(1_250, 'fr-FR')).toBe('1,25');
    expect(formatQuantity(1_234_567, 'fr-FR')).toBe('1\u202f234,567');
    expect(formatRate(2000, 'fr-FR')).toBe('20\u202f%');
    expect(formatRate(550, 'fr-FR')).toBe('5,5\u202f%');
    expect(formatRate(550, 'en')).toBe('5.5%');
    expect(formatMileage(47_500, 'fr-FR')).toBe('47\u202f500\u202fkm');
    expect(formatCapital('10 000', 'EUR', 'fr-FR')).toBe('10\u202f000\u202f€');
    expect(formatCapital('variable', 'EUR', 'fr-FR')).toBe('variable');
  });

  test('the numbers of other languages than French are English', () => {
    expect(['fr', 'fr-BE', 'en-US', 'he-IL', 'xx', ''].map(numberLocale)).toEqual([
      'fr',
      'fr-BE',
      'en-US',
      'en-GB',
      'en-GB',
      'en-GB',
    ]);
  });
});

test('dates are DD/MM/YYYY', () => {
  expect(formatDate('2026-01-05')).toBe('05/01/2026');
});

test('account, registration and phone numbers are grouped, unknown forms left alone', () => {
  expect(formatIban('fr7630006000011234567890189')).toBe('FR76 3000 6000 0112 3456 7890 189');
  expect(formatSiret('73282932000074')).toBe('732\u00a0829\u00a0320\u00a000074');
  expect(formatSiret('en cours')).toBe('en cours');
  expect(formatPhone('+33612345678')).toBe('+33 6 12 34 56 78');
  expect(formatPhone('+972501234567')).toBe('+972501234567');
});

test('an address has the lines that have data, and a country only abroad', () => {
  const address = { street: '8 place Bellecour\nBât. C', postalCode: '69002', city: 'Lyon', country: 'FR' };
  expect(addressLines(address, 'fr-FR', 'FR')).toEqual(['8 place Bellecour', 'Bât. C', '69002 Lyon']);
  expect(addressLines({ city: 'Liège', country: 'BE' }, 'fr-FR', 'FR')).toEqual(['Liège', 'Belgique']);
  expect(addressLines({ city: 'Lyon', country: 'France' }, 'fr-FR')).toEqual(['Lyon', 'France']);
  expect(addressLines({ street: ' ', city: null }, 'fr-FR')).toEqual([]);
  expect(addressLines(null, 'fr-FR')).toEqual([]);
});
