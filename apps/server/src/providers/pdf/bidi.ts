import bidiModule, { type Bidi } from 'bidi-js';

// Its types tell of a default export; the file itself is the function.
const bidi = (bidiModule as unknown as () => Bidi)();

const LETTER = '[\\u0590-\\u05ff\\ufb1d-\\ufb4f]';
const WITH_HEBREW = new RegExp(LETTER);
const PIECES = new RegExp(`${LETTER}+(?:[ \\u00a0]${LETTER}+)*|[^\\u0590-\\u05ff\\ufb1d-\\ufb4f]+`, 'g');
/** A letter whose vowel points stand before it, since the line was turned around. */
const POINTS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]+\p{L}/gu;

/** Before the sign of a number, which else would go to its other end. */
const SIGNS = /(?<=^|\s)(?=[+-]\d)/g;
const LEFT_TO_RIGHT = '\u200e';

export const hasHebrew = (text: string): boolean => WITH_HEBREW.test(text);

/** A part of a line that one font can show. */
export interface Piece {
  text: string;
  hebrew: boolean;
}

/**
 * A line in the order in which its characters stand from left to right (Unicode bidirectional algorithm), in pieces of
 * one script. Lines without Hebrew, such as figures and telephone numbers, stay as they are whatever the page's direction.
 */
export function visualPieces(line: string, rtl: boolean): Piece[] {
  if (!hasHebrew(line)) return [{ text: line, hebrew: false }];
  const marked = line.replace(SIGNS, `$&${LEFT_TO_RIGHT}`);
  const levels = bidi.getEmbeddingLevels(marked, rtl ? 'rtl' : 'auto');
  const visual = bidi
    .getReorderedString(marked, levels)
    .replaceAll(LEFT_TO_RIGHT, '')
    .replace(POINTS, (points) => [...points].reverse().join(''));
  return (visual.match(PIECES) ?? []).map((text) => ({ text, hebrew: hasHebrew(text) }));
}
