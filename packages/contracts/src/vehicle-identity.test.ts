import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizePlate, normalizeVin, plateKey } from './vehicle-identity.ts';

describe('VINs', () => {
  it.each([
    ['VF1AAAA1234567890', 'VF1AAAA1234567890'],
    ['vf1aaaa1234567890', 'VF1AAAA1234567890'],
    [' VF1 AAAA-1234 5678–90 ', 'VF1AAAA1234567890'],
  ])('%s is %s', (text, vin) => {
    expect(normalizeVin(text)).toBe(vin);
  });

  it.each([
    '',
    'VF1AAAA123456789',
    'VF1AAAA12345678901',
    'VF1AAAA123456789I',
    'VF1AAAA123456789O',
    'VF1AAAA123456789Q',
    'VF1AAAA123456789É',
    'VF1AAAA1234567890\n\u0000',
    '١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧',
  ])('%j is none', (text) => {
    expect(normalizeVin(text)).toBeNull();
  });
});

describe('plates', () => {
  it.each([
    ['ab123cd', 'AB-123-CD'],
    ['AB 123 CD', 'AB-123-CD'],
    ['ab–123—cd', 'AB-123-CD'],
    ['  AB-123-CD ', 'AB-123-CD'],
    ['1234 ab  75', '1234 AB 75'],
    ['m-üx 12', 'M-ÜX 12'],
    ['12-345-67', '12-345-67'],
    ['W1', 'W1'],
  ])('%s is %s', (text, plate) => {
    expect(normalizePlate(text)).toBe(plate);
  });

  it.each(['', 'A', ' - ', '--', 'AB.123.CD', 'AB_123', 'ABCDEFGHIJKLMNOP', 'AB\n\u0000', '🚗🚗'])(
    '%j is none',
    (text) => {
      expect(normalizePlate(text)).toBeNull();
    },
  );

  it('are stable, and one key whatever their separators', () => {
    const sign = fc.constantFrom(...'ABCZ019'.split(''));
    const gap = fc.constantFrom('', ' ', '-', ' - ', '–');
    fc.assert(
      fc.property(fc.array(fc.tuple(sign, gap), { minLength: 2, maxLength: 5 }), (parts) => {
        const plain = parts.map(([letter]) => letter).join('');
        const spelled = parts.map((part) => part.join('')).join('');
        const plate = normalizePlate(spelled);
        if (plate === null) return spelled.trim().length > 15;
        expect(normalizePlate(plate)).toBe(plate);
        expect(normalizePlate(plate.toLowerCase())).toBe(plate);
        expect(plateKey(plate)).toBe(plateKey(plain));
        return true;
      }),
    );
  });
});
