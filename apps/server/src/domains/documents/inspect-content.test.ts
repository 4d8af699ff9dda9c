import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEIC, JPEG, PDF, pngOf, textChunk, WEBP, zipEnd } from '../../testing/files.ts';
import { bytesOf } from './byte-source.ts';
import type { UploadType } from './file-kinds.ts';
import { inspectContent } from './inspect-content.ts';

const ALL: UploadType[] = ['application/pdf', 'image/png', 'image/jpeg'];
const typeOf = (content: Buffer, allowed = ALL) => inspectContent(bytesOf(content), allowed);
const refused = (content: Buffer | string, code: string, allowed = ALL) =>
  expect(typeOf(Buffer.from(content as string), allowed)).rejects.toMatchObject({ code });

describe('the type of a file', () => {
  it('is told by its bytes', async () => {
    expect(await typeOf(PDF)).toBe('application/pdf');
    expect(await typeOf(pngOf())).toBe('image/png');
    expect(await typeOf(pngOf(600, 800, [textChunk('scanned by hand')]))).toBe('image/png');
    expect(await typeOf(JPEG)).toBe('image/jpeg');
  });

  it('may be a picture of a phone, or one made for the web', async () => {
    const all: UploadType[] = [...ALL, 'image/webp', 'image/heic'];
    expect(await typeOf(WEBP, all)).toBe('image/webp');
    expect(await typeOf(HEIC, all)).toBe('image/heic');
    await refused(WEBP.subarray(0, -1), 'UNREADABLE_FILE', all);
    await refused(HEIC.subarray(0, -1), 'UNREADABLE_FILE', all);
    await refused(WEBP, 'INVALID_FILE_FORMAT');
  });

  it('must be allowed here', async () => {
    await refused(PDF, 'INVALID_FILE_FORMAT', ['image/png']);
    for (const other of [
      '',
      'hello',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'MZ\x90',
      'GIF89a\x01\0\x01\0',
      '#!/bin/sh',
    ]) {
      await refused(other, 'INVALID_FILE_FORMAT');
    }
    await refused(
      Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(60)]),
      'INVALID_FILE_FORMAT',
    );
  });

  it('is one: nothing that is a page, a script, a document or an archive besides', async () => {
    const markup = '<script>alert(1)</script>';
    await refused(Buffer.concat([PDF, zipEnd()]), 'INVALID_FILE_FORMAT');
    await refused(Buffer.concat([PDF, zipEnd('with a comment behind it')]), 'INVALID_FILE_FORMAT');
    await refused(Buffer.concat([JPEG, zipEnd()]), 'INVALID_FILE_FORMAT');
    await refused(
      Buffer.concat([Buffer.from('%PDF-1.4\n%'), Buffer.from(markup), PDF]),
      'INVALID_FILE_FORMAT',
    );
    await refused(pngOf(2, 2, [textChunk(markup)]), 'INVALID_FILE_FORMAT');
    await refused(pngOf(2, 2, [textChunk('<?php system($_GET[0]);')]), 'INVALID_FILE_FORMAT');
    await refused(pngOf(2, 2, [textChunk('%PDF-1.4')]), 'INVALID_FILE_FORMAT');
    await refused(Buffer.concat([Buffer.from(markup), PDF]), 'INVALID_FILE_FORMAT');
  });

  it('stays what it is when the letters of an archive merely occur in it', async () => {
    const attachment = Buffer.concat([PDF, zipEnd(), Buffer.from('\nendstream\n%%EOF')]);
    expect(await typeOf(attachment)).toBe('application/pdf');
  });

  it('must be whole where that can be told', async () => {
    const png = pngOf();
    await refused(png.subarray(0, -4), 'UNREADABLE_FILE');
    await refused(Buffer.concat([png, Buffer.from('more')]), 'UNREADABLE_FILE');
    const damaged = Buffer.from(png);
    damaged[50] = (damaged[50] ?? 0) ^ 1;
    await refused(damaged, 'UNREADABLE_FILE');
    await refused(pngOf(0, 10), 'UNREADABLE_FILE');
    await refused(pngOf(50_000, 50_000), 'UNREADABLE_FILE');
    await refused(JPEG.subarray(0, -1), 'UNREADABLE_FILE');
    await refused(JPEG.subarray(0, 30), 'UNREADABLE_FILE');
    expect(await typeOf(Buffer.concat([JPEG, Buffer.alloc(100_000, 7)]))).toBe('image/jpeg');
  });

  it('is an answer or a refusal for any bytes, never a crash', async () => {
    const starts = [Buffer.alloc(0), PDF, pngOf(), JPEG];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.nat(90),
        fc.uint8Array({ maxLength: 400 }),
        async (start, cut, noise) => {
          const content = Buffer.concat([start.subarray(0, cut), noise]);
          const answer = await typeOf(content).catch((error) => error.code);
          expect([...ALL, 'INVALID_FILE_FORMAT', 'UNREADABLE_FILE']).toContain(answer);
        },
      ),
    );
  });
});
