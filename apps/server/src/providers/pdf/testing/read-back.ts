import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  /** Text of each page as a reader would copy it. */
  pages: string[];
  /** As `pages`, every kind of space turned into a plain one. */
  plain: string[];
  /** Texts with the place at which each begins, in points from the left edge of its page. */
  placed: { text: string; left: number }[];
  info: Record<string, unknown>;
  /** Code points (hexadecimal) that the glyphs of the fonts are mapped to: PDF.js turns spaces into plain ones. */
  mapped: Set<string>;
}

function mappedCodePoints(bytes: Buffer): Set<string> {
  const found = new Set<string>();
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('\nendstream', at);
    try {
      const text = inflateSync(bytes.subarray(at + 7, end)).toString('latin1');
      if (!text.includes('beginbfrange')) continue;
      for (const [, code = ''] of text.matchAll(/<([0-9a-f]{4})>/g)) found.add(code);
    } catch {
      // Not a compressed stream.
    }
  }
  return found;
}

/** Opens a file with an independent reader (PDF.js), for tests. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, disableFontFace: true });
  const document = await task.promise;
  const { info } = await document.getMetadata();
  const pages: string[] = [];
  const placed: ReadPdf['placed'] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    for (const item of items) {
      if ('str' in item) placed.push({ text: item.str, left: Number(item.transform[4]) });
    }
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  await task.destroy();
  const plain = pages.map((page) => page.replace(/[^\S\n]/g, ' '));
  return { pages, plain, placed, info: { ...info }, mapped: mappedCodePoints(bytes) };
}
