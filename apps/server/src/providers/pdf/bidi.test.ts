import { expect, test } from 'vitest';
import { visualPieces } from './bidi.ts';

const seen = (line: string, rtl = true) => visualPieces(line, rtl).map(({ text }) => text);

test('puts a line into the order in which it stands on paper, a piece for each font', () => {
  expect(visualPieces('שלום', true)).toEqual([{ text: 'םולש', hebrew: true }]);
  expect(seen('הרצל 12, תל אביב')).toEqual(['ביבא לת', ' ,12 ', 'לצרה']);
  expect(seen('כהן & Sons (2004)')).toEqual(['Sons (2004) & ', 'ןהכ']);
  expect(seen('Dupont (כהן)', false)).toEqual(['Dupont (', 'ןהכ', ')']);
});

test('keeps figures, telephone numbers and other scripts in their order', () => {
  expect(seen('₪1,234.56')).toEqual(['₪1,234.56']);
  expect(seen('+972 54-123')).toEqual(['+972 54-123']);
  expect(seen('טל׳ +972\u00a054-123')).toEqual(['+972\u00a054-123 ', '׳לט']);
  expect(seen('-5 ש״ח')).toEqual(['ח״ש', ' -5']);
});

test('leaves vowel points on their letters', () => {
  expect(seen('שָׁלוֹם')).toEqual(['םוֹלשָׁ']);
});
