import { type ByteSource, stretch } from './byte-source.ts';

/** Headers before the picture itself; cameras write a dozen. */
const MOST_SEGMENTS = 1000;

/** Position behind the header of the first scan, or null when the headers are not in order or name no frame. */
async function startOfScan(source: ByteSource): Promise<number | null> {
  let at = 2;
  let hasFrame = false;
  for (let count = 0; count < MOST_SEGMENTS; count++) {
    const head = await source.at(at, 4);
    if (head.length < 4 || head[0] !== 0xff) return null;
    const marker = head[1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker < 0xc0 || marker === 0xd8 || marker === 0xd9) return null;
    hasFrame ||= marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    at += 2 + head.readUInt16BE(2);
    if (marker === 0xda) return hasFrame && at < source.size ? at : null;
  }
  return null;
}

/**
 * Whether a JPEG is whole: headers in order, a picture, its end mark. Cameras append previews and films behind it, so what
 * follows the end mark is not looked at here.
 */
export async function isWholeJpeg(source: ByteSource): Promise<boolean> {
  const scan = await startOfScan(source);
  if (scan === null) return false;
  let last = 0;
  for await (const piece of stretch(source, scan, source.size)) {
    if (last === 0xff && piece[0] === 0xd9) return true;
    if (piece.includes('\xff\xd9', 0, 'latin1')) return true;
    last = piece.at(-1) ?? 0;
  }
  return false;
}
