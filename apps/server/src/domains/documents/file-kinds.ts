import type { ByteSource } from './byte-source.ts';
import { imageSize } from './image-size.ts';
import { isWholeJpeg } from './jpeg-structure.ts';
import { isWholePng } from './png-structure.ts';

interface FileKind {
  /** Without the dot; the first is the usual one. */
  extensions: readonly string[];
  /** The first bytes of every one, as Latin-1. */
  signature: string;
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

/** Every kind of file that any upload may allow, by content type. */
export const FILE_KINDS = {
  'application/pdf': { extensions: ['pdf'], signature: '%PDF-', isWhole: isPdf },
  'image/png': {
    extensions: ['png'],
    signature: '\x89PNG\r\n\x1a\n',
    isWhole: async (source) => (await isDrawable(source, 'image/png')) && isWholePng(source),
  },
  'image/jpeg': {
    extensions: ['jpg', 'jpeg'],
    signature: '\xff\xd8\xff',
    isWhole: async (source) => (await isDrawable(source, 'image/jpeg')) && isWholeJpeg(source),
  },
} satisfies Record<string, FileKind>;

export type UploadType = keyof typeof FILE_KINDS;

/** Endings that a file of this content type may have; none is known for types that we do not take in. */
export const extensionsOf = (contentType: string): readonly string[] =>
  contentType in FILE_KINDS ? FILE_KINDS[contentType as UploadType].extensions : [];
