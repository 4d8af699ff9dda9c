import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MISSING, printable } from './printable.ts';
import { wrapText } from './wrap.ts';

const latinOnly = (codePoint: number) => codePoint < 0x250;

describe('printable', () => {
  test.each([
    ['Lefèvre – 1 234,56 €', 'Lefèvre – 1 234,56 €'],
    ['Lefe\u0300vre', 'Lefèvre'],
    ['a\tb\r\nc\rd\u2028e', 'a b\nc\nd\ne'],
    ['a\0b\u200fc\ufeffd\u00ade', 'abcde'],
    ['שלום', MISSING.repeat(4)],
    ['a 🚗 b', `a ${MISSING} b`],
    ['👍🏽', MISSING],
    ['\ud800', MISSING],
  ])('%j → %j', (text, expected) => {
    expect(printable(text, latinOnly)).toBe(expected);
  });
});

describe('wrapping', () => {
  const measure = (text: string) => text.length;

  test('breaks at spaces and line ends, cuts what is wider than a line', () => {
    expect(wrapText('un deux trois', 8, measure)).toEqual(['un deux', 'trois']);
    expect(wrapText('un\n\ndeux', 8, measure)).toEqual(['un', '', 'deux']);
    expect(wrapText('abcdefghij kl', 4, measure)).toEqual(['abcd', 'efgh', 'ij', 'kl']);
    expect(wrapText('1\u202f234\u00a0€ net', 9, measure)).toEqual(['1\u202f234\u00a0€', 'net']);
    expect(wrapText('', 8, measure)).toEqual(['']);
  });

  test('loses nothing but the spaces at breaks, and no line is too wide', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = wrapText(text, width, measure);
        expect(lines.join('').replace(/[ \n]/g, '')).toBe(text.replace(/[ \n]/g, ''));
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(Math.max(width, 1));
      }),
    );
  });

  test('a word without end stays affordable', () => {
    const lines = wrapText('x'.repeat(200_000), 80, measure);
    expect(lines).toHaveLength(2_500);
  });
});
