/** What pdfkit reads of a glyph: its number in the font, its width in font units, the characters it stands for. */
interface Glyph {
  id: number;
  advanceWidth: number;
  codePoints: number[];
}

interface Position {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

interface Run {
  glyphs: Glyph[];
  positions: Position[];
  /** Sum over the positions when it is read: pdfkit scales them in place before. */
  readonly advanceWidth: number;
}

/** The part of a fontkit font that we use. */
export interface ParsedFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string, features?: string[], script?: undefined, language?: undefined, direction?: 'ltr'): Run;
  _glyphs: Record<number, unknown>;
}

type Shape = Pick<Run, 'glyphs' | 'positions'>;

const CACHED_SHAPES = 3000;
const LONGEST_CACHED = 40;

const copy = (p: Position): Position => ({
  xAdvance: p.xAdvance,
  yAdvance: p.yAdvance,
  xOffset: p.xOffset,
  yOffset: p.yOffset,
});

/**
 * The same font with a memory for shaped words, since shaping is nine tenths of the work of a document. Texts that
 * ask for features (tabular figures) are shaped character by character: figures in columns must not be kerned.
 *
 * A parsed font lets each glyph remember the characters that first asked for it, and these end up in the text
 * layer. That memory is emptied before every shaping, so that a shape depends on its text alone and equal
 * documents give equal bytes whatever was printed before.
 */
export function withShapeCache(font: ParsedFont): ParsedFont {
  const shapes = new Map<string, Shape>();

  function shape(text: string, features: string[] | undefined): Shape {
    font._glyphs = {};
    // Texts come in the order in which they stand on the page (`visualPieces`).
    const { glyphs, positions } = font.layout(text, features, undefined, undefined, 'ltr');
    return {
      glyphs: glyphs.map(({ id, advanceWidth, codePoints }) => ({
        id,
        advanceWidth,
        codePoints: [...codePoints],
      })),
      positions: positions.map(copy),
    };
  }

  function remembered(text: string, features: string[] | undefined): Shape {
    if (text.length > LONGEST_CACHED) return shape(text, features);
    const key = features ? `${features.join()}\0${text}` : text;
    let known = shapes.get(key);
    if (!known) {
      known = shape(text, features);
      if (shapes.size >= CACHED_SHAPES) shapes.clear();
      shapes.set(key, known);
    }
    return known;
  }

  function layout(text: string, features?: string[]): Run {
    const parts = features ? [...text] : [text];
    const glyphs: Glyph[] = [];
    const positions: Position[] = [];
    for (const part of parts) {
      const known = remembered(part, features);
      glyphs.push(...known.glyphs);
      for (const position of known.positions) positions.push(copy(position));
    }
    return {
      glyphs,
      positions,
      get advanceWidth() {
        return positions.reduce((sum, position) => sum + position.xAdvance, 0);
      },
    };
  }

  return Object.assign(Object.create(font) as ParsedFont, { layout });
}
