import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pdfkitRenderer } from './pdfkit.ts';
import { sampleInvoice } from './testing/sample.ts';

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A picture of one colour with transparency (8-bit RGBA). */
function png(width: number, height: number, pixels?: Buffer): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const scanline = Buffer.concat([Buffer.of(0), Buffer.alloc(Math.min(width, 4096) * 4, 0x80)]);
  const data = pixels ?? deflateSync(Buffer.concat(Array(Math.min(height, 4096)).fill(scanline)));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const render = (logo: Buffer) => pdfkitRenderer().render(sampleInvoice({ logo }));
const hasImage = (pdf: Buffer) => pdf.includes('/Subtype /Image');

describe('logo', () => {
  test('a sound picture is embedded, deterministically', async () => {
    const pdf = await render(png(120, 40));
    expect(hasImage(pdf)).toBe(true);
    expect((await render(png(120, 40))).equals(pdf)).toBe(true);
  });

  test.each([
    ['no picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ['too short', Buffer.from([0x89, 0x50])],
    ['cut off', png(120, 40).subarray(0, 60)],
    ['rotten pixels', png(120, 40, Buffer.from('not compressed at all'))],
    ['missing scanlines', png(120, 40, deflateSync(Buffer.alloc(10)))],
    ['unknown filter', png(2, 1, deflateSync(Buffer.from([9, 0, 0, 0, 0, 0, 0, 0, 0])))],
    ['huge dimensions', png(100_000, 100_000, deflateSync(Buffer.alloc(100)))],
    ['a bomb', png(100, 100, deflateSync(Buffer.alloc(20_000_000)))],
    ['no pixels', png(0, 0)],
    ['broken JPEG', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(200, 0xff)])],
  ])('%s: the name of the firm stands instead', async (_, bytes) => {
    expect(hasImage(await render(bytes))).toBe(false);
  });
});
