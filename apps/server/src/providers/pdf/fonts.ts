import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { type ParsedFont, withShapeCache } from './shaping.ts';

export type FontName = 'regular' | 'semibold';

const require = createRequire(import.meta.url);
const files: Record<FontName, string> = {
  regular: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  semibold: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
};

/** pdfkit takes a parsed font in place of bytes; a scratch document parses it with pdfkit's own fontkit. */
function parse(name: FontName): ParsedFont {
  const bytes = readFileSync(require.resolve(files[name]));
  const scratch = new PDFDocument({ autoFirstPage: false, font: '' }).font(bytes);
  return withShapeCache((scratch as unknown as { _font: { font: ParsedFont } })._font.font);
}

let parsed: Record<FontName, ParsedFont> | undefined;

/** Gives a document the two fonts, which are parsed once in a process; answers which characters they have. */
export function useFonts(document: PDFKit.PDFDocument): (codePoint: number) => boolean {
  parsed ??= { regular: parse('regular'), semibold: parse('semibold') };
  const fonts = parsed;
  for (const [name, font] of Object.entries(fonts)) {
    document.registerFont(name, font as unknown as Uint8Array);
  }
  return (codePoint) => fonts.regular.hasGlyphForCodePoint(codePoint);
}
