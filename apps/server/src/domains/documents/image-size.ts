export interface ImageSize {
  width: number;
  height: number;
}

function pngSize(bytes: Buffer): ImageSize | null {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Walks the segments up to the frame header, which holds the size. */
function jpegSize(bytes: Buffer): ImageSize | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    const padding = marker === 0xff;
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += padding ? 1 : alone ? 2 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** What the header of a PNG or JPEG says of its size, in pixels; null when it cannot be read. Nothing is decoded. */
export function imageSize(bytes: Buffer, contentType: 'image/png' | 'image/jpeg'): ImageSize | null {
  return contentType === 'image/png' ? pngSize(bytes) : jpegSize(bytes);
}
