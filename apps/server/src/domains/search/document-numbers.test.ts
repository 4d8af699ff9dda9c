import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentNumbers } from './document-numbers.ts';

const first = (text: string) => documentNumbers(text, 2026)[0];

describe('numbers that a text may mean', () => {
  it('are found in every spelling', () => {
    for (const text of [
      '2026-1',
      '2026-01',
      '2026-001',
      '2026001',
      '2026 1',
      '2026/001',
      'devis 2026-1',
      'N° 2026-001',
      '#1',
      '001',
      '1',
    ]) {
      expect(first(text), text).toBe('2026-001');
    }
    expect(first('2025-1000')).toBe('2025-1000');
    expect(first('20251000')).toBe('2025-1000');
  });

  it('go on where the typing stopped', () => {
    expect(documentNumbers('2026-1', 2026)).toHaveLength(111);
    expect(documentNumbers('2026-1', 2026)).toEqual(expect.arrayContaining(['2026-012', '2026-150']));
    expect(documentNumbers('2026-01', 2026)).toEqual([
      '2026-001',
      ...Array.from({ length: 10 }, (_, i) => `2026-01${i}`),
    ]);
    expect(documentNumbers('2026-00', 2026)).toContain('2026-007');
    expect(documentNumbers('2026-100', 2026)).toContain('2026-1003');
    expect(documentNumbers('7', 2026)).toContain('2019-007');
  });

  it('are none in other texts', () => {
    for (const text of ['', 'dupont', 'AB-123-CD', '2026-', '0', '000', '1234567890', '2026-1-1', '12 rue']) {
      expect(documentNumbers(text, 2026), text).toEqual([]);
    }
  });

  it('hold the number itself for every text that begins one, and stay few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(3), (seq, cut) => {
        const number = `2026-${String(seq).padStart(3, '0')}`;
        const typed = number.slice(0, Math.max(6, number.length - Math.min(cut, 2)));
        const found = documentNumbers(typed, 2026);
        expect(found.length).toBeLessThanOrEqual(111);
        if (number.length <= 8 || typed.length >= number.length - 1) expect(found).toContain(number);
      }),
    );
  });
});
