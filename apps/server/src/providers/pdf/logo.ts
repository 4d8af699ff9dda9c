import { inflateSync } from 'node:zlib';

const MAX_SIDE = 4096;
const MAX_PIXELS = 8_000_000;
/** Samples per pixel by PNG colour type. */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Column and row start and step of the seven passes of Adam7. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Header {
  width: number;
  height: number;
  bits: number;
  colorType: number;
  interlaced: boolean;
}

/** Every scanline must be there and start with a known filter. */
function scanlinesComplete(data: Buffer, header: Header): boolean {
  const { width, height, bits, colorType, interlaced } = header;
  const passes = interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  let at = 0;
  for (const [x0, y0, dx, dy] of passes) {
    const columns = Math.max(0, Math.ceil((width - x0) / dx));
    const rows = columns === 0 ? 0 : Math.max(0, Math.ceil((height - y0) / dy));
    const bytes = Math.ceil((columns * bits * (CHANNELS[colorType] ?? 0)) / 8);
    for (let row = 0; row < rows; row++, at += bytes + 1) if ((data[at] ?? 9) > 4) return false;
  }
  return at <= data.length;
}

/**
 * pdfkit decodes transparent PNGs in a callback, where an error would end the process, and trusts every length in
 * them. So a PNG is read through here first; what pdfkit could not draw faithfully (transparent palettes of
 * fewer than 8 bits) is refused as well.
 */
function pngIsSound(bytes: Buffer): boolean {
  let at = 8;
  let header: Header | undefined;
  let transparent = false;
  const parts: Buffer[] = [];
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    at += 12 + length;
    if (at > bytes.length) return false;
    if (type === 'IHDR' && length === 13) {
      const [bits = 0, colorType = 0] = [data[8], data[9]];
      const interlaced = data[12] === 1;
      header = { width: data.readUInt32BE(0), height: data.readUInt32BE(4), bits, colorType, interlaced };
    } else if (type === 'tRNS') transparent = true;
    else if (type === 'IDAT') parts.push(data);
    else if (type === 'IEND') break;
  }
  if (!header || !(header.colorType in CHANNELS) || ![1, 2, 4, 8, 16].includes(header.bits)) return false;
  const { width, height, bits, interlaced } = header;
  if (width < 1 || height < 1 || Math.max(width, height) > MAX_SIDE || width * height > MAX_PIXELS)
    return false;
  if (bits < 8 && (transparent || interlaced)) return false;
  const limit = (width * 8 + 8) * (height * 2 + 8);
  return scanlinesComplete(inflateSync(Buffer.concat(parts), { maxOutputLength: limit }), header);
}

/** The logo as the document can embed it, or null when there is none or it is not a sound PNG or JPEG. */
export function openLogo(
  pdf: PDFKit.PDFDocument,
  bytes: Uint8Array | null | undefined,
): PDFKit.Mixins.ImageSrc | null {
  if (!bytes || bytes.length < 32) return null;
  const png = bytes[0] === 0x89 && bytes[1] === 0x50;
  const jpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  try {
    if (!jpeg && !(png && pngIsSound(Buffer.from(bytes)))) return null;
    const image = (pdf as unknown as OpensImages).openImage(Buffer.from(bytes));
    const fits =
      Math.max(image.width, image.height) <= 4 * MAX_SIDE && Math.min(image.width, image.height) > 0;
    return fits ? (image as unknown as PDFKit.Mixins.ImageSrc) : null;
  } catch {
    return null;
  }
}

interface OpensImages {
  openImage(bytes: Buffer): { width: number; height: number };
}
