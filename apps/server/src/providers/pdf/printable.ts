/** What stands for a character that the embedded font lacks. */
export const MISSING = '□';

/** Latin texts, by far the most, need no look at the font. */
const PLAIN = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201d\u2022\u2026\u202f\u20ac]*$/;
/** Controls, soft hyphens, joiners, direction marks, byte-order marks, variation selectors. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text as the font can show it: composed (NFC), line ends as `\n`, no invisible marks, and one box for each
 * visible character (emoji, Chinese…) without a glyph. Nothing in it can make the layout throw.
 */
export function printable(text: string, hasGlyph: (codePoint: number) => boolean): string {
  if (PLAIN.test(text)) return text;
  const clean = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(INVISIBLE, '');
  if (PLAIN.test(clean)) return clean;
  let result = '';
  for (const { segment } of graphemes.segment(clean)) {
    const shown = segment === '\n' || [...segment].every((char) => hasGlyph(char.codePointAt(0) ?? 0));
    result += shown ? segment : MISSING;
  }
  return result;
}
