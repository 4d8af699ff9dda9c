import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { hasHebrew } from './bidi.ts';
import { type ParsedFont, withShapeCache } from './shaping.ts';

export type FontName = 'regular' | 'semibold';

const require = createRequire(import.meta.url);
/** Inter has no Hebrew letters; those of Heebo have its weight and height. */
const files = {
  regular: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  semibold: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  'hebrew regular': '@expo-google-fonts/heebo/400Regular/Heebo_400Regular.ttf',
  'hebrew semibold': '@expo-google-fonts/heebo/600SemiBold/Heebo_600SemiBold.ttf',
};
type File = keyof typeof files;

/** pdfkit takes a parsed font in place of bytes; a scratch document parses it with pdfkit's own fontkit. */
function parse(name: File): ParsedFont {
  const bytes = readFileSync(require.resolve(files[name]));
  const scratch = new PDFDocument({ autoFirstPage: false, font: '' }).font(bytes);
  return withShapeCache((scratch as unknown as { _font: { font: ParsedFont } })._font.font);
}

const parsed = new Map<File, ParsedFont>();

function useFont(document: PDFKit.PDFDocument, name: File): ParsedFont {
  const font = parsed.get(name) ?? parse(name);
  parsed.set(name, font);
  document.registerFont(name, font as unknown as Uint8Array);
  return font;
}

/**
 * Gives a document its fonts, which are parsed once in a process; answers which characters they have. Those for
 * Hebrew come only with a document that needs them.
 */
export function useFonts(document: PDFKit.PDFDocument, hebrew: boolean): (codePoint: number) => boolean {
  const latin = useFont(document, 'regular');
  useFont(document, 'semibold');
  if (!hebrew) return (codePoint) => latin.hasGlyphForCodePoint(codePoint);
  const letters = useFont(document, 'hebrew regular');
  useFont(document, 'hebrew semibold');
  return (codePoint) =>
    latin.hasGlyphForCodePoint(codePoint) ||
    (hasHebrew(String.fromCodePoint(codePoint)) && letters.hasGlyphForCodePoint(codePoint));
}
