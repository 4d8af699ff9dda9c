import { describe, expect, it } from 'vitest';
import { internationalPhone } from './phone.ts';

describe('phone numbers as people write them', () => {
  it('get the calling code of the locale’s country', () => {
    expect(internationalPhone('06 12.34-56 78', 'fr-FR')).toBe('+33612345678');
    expect(internationalPhone('052-123 4567', 'he-IL')).toBe('+972521234567');
    expect(internationalPhone('0033 6 12 34 56 78', 'fr-FR')).toBe('+33612345678');
  });

  it('are left alone when they have one or when nobody can tell', () => {
    expect(internationalPhone('+33 6 12 34 56 78', 'he-IL')).toBe('+33612345678');
    expect(internationalPhone('0612345678', 'en')).toBe('0612345678');
    expect(internationalPhone('3615', 'fr-FR')).toBe('3615');
    expect(internationalPhone('call me', 'fr-FR')).toBe('callme');
  });
});
