import type { ByteSource } from './byte-source.ts';
import { isDocx } from './docx-structure.ts';
import { imageSize } from './image-size.ts';
import { isWholeJpeg } from './jpeg-structure.ts';
import { isWholePng } from './png-structure.ts';
import { zipDirectory } from './zip-directory.ts';

export interface FileKind {
  /** Without the dot; the first is the usual one. */
  extensions: readonly string[];
  /** Whether this, as Latin-1, is how such a file begins. */
  begins(head: string): boolean;
  /** What besides the first bytes makes a file one of this kind. */
  holds?(source: ByteSource): Promise<boolean>;
  /** Whether the content is one that programs can open. */
  isWhole(source: ByteSource): Promise<boolean>;
}

/** Pixels of the longer side: more is no scan of paper, and costs memory wherever it is drawn. */
const MAX_SIDE = 30_000;
/** A JPEG's frame header stands behind its profiles and previews. */
const HEADERS = 1024 * 1024;

/** Whether a picture's header gives it a size that can be drawn. */
async function isDrawable(source: ByteSource, type: 'image/png' | 'image/jpeg'): Promise<boolean> {
  const size = imageSize(await source.at(0, HEADERS), type);
  return (
    size !== null && Math.min(size.width, size.height) >= 1 && Math.max(size.width, size.height) <= MAX_SIDE
  );
}

/** Begins with its version. Its end is not asked for: readers mend PDFs, and scanners write odd ones. */
const isPdf = async (source: ByteSource) => /^%PDF-\d/.test((await source.at(0, 8)).toString('latin1'));

/** A container of chunks that says its own length. */
async function isWholeWebp(source: ByteSource): Promise<boolean> {
  const head = await source.at(0, 12);
  return head.length === 12 && head.readUInt32LE(4) + 8 <= source.size;
}

/** Pictures of phones: boxes that say their lengths, the first of which names the format. */
async function isWholeHeic(source: ByteSource): Promise<boolean> {
  for (let at = 0; at < source.size; ) {
    const head = await source.at(at, 16);
    const length = head.length < 8 ? -1 : head.readUInt32BE(0);
    if (length === 0) return at > 0;
    const step = length === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : length;
    if (step < 8 || at + step > source.size) return false;
    at += step;
  }
  return true;
}

/** Every kind of file that any upload may allow, by content type. */
export const FILE_KINDS = {
  'application/pdf': { extensions: ['pdf'], begins: (head) => head.startsWith('%PDF-'), isWhole: isPdf },
  'image/png': {
    extensions: ['png'],
    begins: (head) => head.startsWith('\x89PNG\r\n\x1a\n'),
    isWhole: async (source) => (await isDrawable(source, 'image/png')) && isWholePng(source),
  },
  'image/jpeg': {
    extensions: ['jpg', 'jpeg'],
    begins: (head) => head.startsWith('\xff\xd8\xff'),
    isWhole: async (source) => (await isDrawable(source, 'image/jpeg')) && isWholeJpeg(source),
  },
  'image/webp': {
    extensions: ['webp'],
    begins: (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8),
    isWhole: isWholeWebp,
  },
  'image/heic': {
    extensions: ['heic', 'heif'],
    begins: (head) => /^ftyp(hei[cxms]|hev[cxms]|mif1|msf1)/.test(head.slice(4, 12)),
    isWhole: isWholeHeic,
  },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    extensions: ['docx'],
    begins: (head) => head.startsWith('PK\x03\x04'),
    holds: isDocx,
    isWhole: async (source) => (await zipDirectory(source)) !== null,
  },
} satisfies Record<string, FileKind>;

export type UploadType = keyof typeof FILE_KINDS;

/** Endings that a file of this content type may have; none is known for types that we do not take in. */
export const extensionsOf = (contentType: string): readonly string[] =>
  contentType in FILE_KINDS ? FILE_KINDS[contentType as UploadType].extensions : [];
