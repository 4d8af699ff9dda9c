import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { Ctx } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import { ReceivedFile } from '../kernel/received-file.ts';

/** Small true files of the kinds that uploads allow, and what attackers make of them. */

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A grey PNG; `extra` chunks stand before the picture's data. */
export function pngOf(width = 2, height = 2, extra: Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Buffer.alloc((Math.min(width, 64) + 1) * Math.min(height, 64));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const textChunk = (text: string): Buffer => chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1'));

/** Headers, a frame, a scan of noise and the end mark. */
export const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'),
  Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 40, 0, 60, 1, 1, 0x11, 0]),
  Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xff, 0, 4, 0xff, 0xd9]),
]);

/** One chunk, which nobody decodes. */
export const WEBP = Buffer.concat([
  Buffer.from('RIFF\x10\0\0\0WEBPVP8 \x04\0\0\0', 'latin1'),
  Buffer.alloc(4),
]);

/** The box that names the format, and an empty one. */
export const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08mdat', 'latin1');

export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
  'latin1',
);

/** The end of an empty archive: behind any other file it makes a ZIP of it. */
export function zipEnd(comment = ''): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, Buffer.from(comment, 'latin1')]);
}

export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A file as a door hands it to an operation. */
export async function received(
  { services }: Ctx,
  content: Buffer,
  { filename = 'scan.pdf', claimedType = 'application/octet-stream', tooLarge = false } = {},
): Promise<ReceivedFile> {
  await mkdir(services.incomingFolder, { recursive: true });
  const path = join(services.incomingFolder, newId());
  await writeFile(path, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return new ReceivedFile({ filename, claimedType, tooLarge, size: content.length, sha256, path });
}
