import type { ByteSource } from './byte-source.ts';
import { type ZipEntry, zipDirectory } from './zip-directory.ts';

const CONTENT_TYPES = '[Content_Types].xml';
/** Where the first entries of a damaged one are looked for. */
const HEAD = 64 * 1024;
/** More than any text document unpacks to, and denser than text ever packs: made to fill a disk. */
const MOST_UNPACKED = 512 * 1024 * 1024;
const MOST_RATIO = 200;
const SMALL = 16 * 1024 * 1024;

const sumOf = (entries: readonly ZipEntry[], field: 'packedBytes' | 'unpackedBytes'): number =>
  entries.reduce((sum, entry) => sum + entry[field], 0);

/** An archive that unpacks to far more than it is, by size or by entries that lie upon each other. */
function isBomb(entries: readonly ZipEntry[], size: number): boolean {
  const unpacked = sumOf(entries, 'unpackedBytes');
  if (unpacked > MOST_UNPACKED || (unpacked > SMALL && unpacked > size * MOST_RATIO)) return true;
  return sumOf(entries, 'packedBytes') > size;
}

/**
 * Whether a ZIP is a Word document: a package that names its content types. One with macros is another kind of file, one
 * with something before its first entry is two. Of a damaged one, without directory, its beginning is enough.
 */
export async function isDocx(source: ByteSource): Promise<boolean> {
  const entries = await zipDirectory(source);
  if (!entries) return (await source.at(0, HEAD)).includes(CONTENT_TYPES);
  const names = entries.map(({ name }) => name);
  if (!names.includes(CONTENT_TYPES) || names.some((name) => /vbaProject\.bin$/i.test(name))) return false;
  return Math.min(...entries.map(({ offset }) => offset)) === 0 && !isBomb(entries, source.size);
}
