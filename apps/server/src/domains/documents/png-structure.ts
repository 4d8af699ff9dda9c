import { crc32 } from 'node:zlib';
import { type ByteSource, stretch } from './byte-source.ts';

const SIGNATURE = 8;
/** Length, type and checksum around a chunk's data. */
const FRAME = 12;
/** Far more than any encoder writes. */
const MOST_CHUNKS = 20_000;

/**
 * Whether a PNG is whole and nothing but a PNG: every chunk with its checksum from the header to the end mark, and
 * nothing behind it.
 */
export async function isWholePng(source: ByteSource): Promise<boolean> {
  let at = SIGNATURE;
  let hasData = false;
  for (let count = 0; count < MOST_CHUNKS; count++) {
    const head = await source.at(at, 8);
    if (head.length < 8) return false;
    const length = head.readUInt32BE(0);
    const type = head.toString('latin1', 4, 8);
    const end = at + FRAME + length;
    if (end > source.size || (count === 0) !== (type === 'IHDR')) return false;
    let sum = 0;
    for await (const piece of stretch(source, at + 4, end - 4)) sum = crc32(piece, sum);
    if ((await source.at(end - 4, 4)).readUInt32BE(0) !== sum) return false;
    hasData ||= type === 'IDAT';
    if (type === 'IEND') return hasData && end === source.size;
    at = end;
  }
  return false;
}
