import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** The part of a fontkit font that we use; pdfkit hands it out and takes it back in place of bytes. */
interface ParsedFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): unknown;
  _glyphs: Record<number, unknown>;
}

export type FontName = 'regular' | 'semibold';

const require = createRequire(import.meta.url);
const files: Record<FontName, string> = {
  regular: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  semibold: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
};

function parse(name: FontName): ParsedFont {
  const bytes = readFileSync(require.resolve(files[name]));
  const scratch = new PDFDocument({ autoFirstPage: false, font: '' }).font(bytes);
  return (scratch as unknown as { _font: { font: ParsedFont } })._font.font;
}

let parsed: Record<FontName, ParsedFont> | undefined;

/** Parsing costs some 30 ms a font, so it happens once in a process. */
function parsedFonts(): Record<FontName, ParsedFont> {
  parsed ??= { regular: parse('regular'), semibold: parse('semibold') };
  return parsed;
}

/**
 * Gives a document the two fonts. Each glyph of a parsed font remembers the characters that first asked for it,
 * which end up in the text layer; that memory is emptied here, so that one document never leaves traces in the
 * next and equal documents give equal bytes. Documents must therefore be drawn in one go, without awaiting.
 */
export function useFonts(document: PDFKit.PDFDocument): (codePoint: number) => boolean {
  const fonts = parsedFonts();
  for (const [name, font] of Object.entries(fonts)) {
    font._glyphs = {};
    document.registerFont(name, font as unknown as Uint8Array);
  }
  return (codePoint) => fonts.regular.hasGlyphForCodePoint(codePoint);
}
