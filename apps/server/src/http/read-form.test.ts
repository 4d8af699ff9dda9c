import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyStream } from './body-stream.ts';
import { readForm } from './read-form.ts';

const LIMITS = { file: 'file', maxBytes: 100_000 };
const BOUNDARY = 'boundary7';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'officina-forms-'));
});
afterAll(() => rm(folder, { recursive: true }));

const field = (name: string, value: string) =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (name: string, content: Buffer | string, filename = 'id.pdf', type = 'application/pdf') =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"; filename="${filename}"\r\ncontent-type: ${type}\r\n\r\n`,
    ),
    Buffer.from(content as string),
    Buffer.from('\r\n'),
  ]);
const END = `--${BOUNDARY}--\r\n`;

/** A request whose body arrives in these pieces, without a declared length. */
function request(
  parts: readonly (Buffer | string)[],
  contentType = `multipart/form-data; boundary=${BOUNDARY}`,
) {
  const pieces = parts.map((part) => Buffer.from(part as string)).values();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { value, done } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return new Request('http://localhost/upload', {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': contentType },
  } as RequestInit);
}

const read = (...parts: (Buffer | string)[]) => readForm(request(parts), LIMITS, folder);
const refused = (what: Promise<unknown>, code: string, message?: string) =>
  expect(what).rejects.toMatchObject({
    code,
    ...(message && { details: [expect.objectContaining({ message })] }),
  });

describe('a form', () => {
  it('takes the type of a file as its sender says it, and none for one that says none', async () => {
    const typed = async (...headers: string[]) => {
      const start = [
        `--${BOUNDARY}`,
        'content-disposition: form-data; name="file"; filename="a.pdf"',
        ...headers,
      ];
      const form = await read(field('note', 'x'), `${start.join('\r\n')}\r\n\r\n%PDF\r\n`, END);
      await form.discard();
      return [form.fields.note, form.file?.claimedType];
    };
    expect(await typed()).toEqual(['x', 'application/octet-stream']);
    expect(await typed('content-type:')).toEqual(['x', 'application/octet-stream']);
    expect(await typed('Content-Type: text/plain')).toEqual(['x', 'text/plain']);
  });

  it('gives its fields, and its file with length and checksum, whatever their order', async () => {
    const content = randomBytes(50_000);
    const parts = [
      field('client_id', '7'),
      file('file', content, 'תעודה.pdf'),
      field('document_type', 'id_copy'),
    ];
    for (const order of [parts, parts.toReversed()]) {
      const form = await read(...order, END);
      expect(form.fields).toEqual({ client_id: '7', document_type: 'id_copy' });
      expect(form.file).toMatchObject({
        filename: 'תעודה.pdf',
        claimedType: 'application/pdf',
        size: 50_000,
        sha256: createHash('sha256').update(content).digest('hex'),
        tooLarge: false,
      });
      expect((await readFile(form.file?.path ?? '')).equals(content)).toBe(true);
      await form.discard();
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('comes in pieces of any size', async () => {
    const whole = Buffer.concat([Buffer.from(field('a', 'b')), file('file', 'content'), Buffer.from(END)]);
    const form = await read(...Array.from(whole, (byte) => Buffer.from([byte])));
    expect(form.fields).toEqual({ a: 'b' });
    expect(await readFile(form.file?.path ?? '', 'utf8')).toBe('content');
    await form.discard();
  });

  it('may be without the file, with an empty one, or with others beside it', async () => {
    const without = await read(field('a', 'b'), END);
    expect(without.file).toBeNull();
    await without.discard();
    const empty = await read(file('file', ''), END);
    expect(empty.file).toMatchObject({ size: 0 });
    await empty.discard();
    const form = await read(file('other', randomBytes(1000)), file('file', 'x'), END);
    expect(form.file).toMatchObject({ size: 1 });
    expect(form.fields).toEqual({});
    await form.discard();
  });

  it('names no path: what a file is called is only ever data', async () => {
    const form = await read(file('file', 'x', '../../../etc/cron.d/evil\u202efdp.exe'), END);
    expect(form.file?.filename).toBe('evilfdp.exe');
    expect(form.file?.path.startsWith(`${folder}/`)).toBe(true);
    expect(await readdir(folder)).toHaveLength(1);
    await form.discard();
  });

  it('keeps words of the language harmless as field names', async () => {
    const form = await read(field('__proto__', 'x'), field('constructor', 'y'), END);
    expect(Object.keys(form.fields).sort()).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(form.fields)).toBe(Object.prototype);
    await form.discard();
  });
});

describe('a form is refused', () => {
  it('when it is none', async () => {
    await refused(
      readForm(request(['{}'], 'application/json'), LIMITS, folder),
      'VALIDATION_ERROR',
      'Must be multipart/form-data',
    );
    await refused(readForm(request([END], 'multipart/form-data; x=y'), LIMITS, folder), 'VALIDATION_ERROR');
    await refused(read('nothing of the kind'), 'VALIDATION_ERROR');
  });

  it('when it is cut off, in a field, in the file or before its end', async () => {
    const cut = 'The form is cut off or malformed';
    await refused(read(field('a', 'b').slice(0, 40)), 'VALIDATION_ERROR', cut);
    await refused(
      read(field('a', 'b'), file('file', randomBytes(20_000)).subarray(0, 9000)),
      'VALIDATION_ERROR',
      cut,
    );
    await refused(read(field('a', 'b'), file('file', 'x')), 'VALIDATION_ERROR', cut);
    expect(await readdir(folder)).toEqual([]);
  });

  it('when it has too many parts, fields or files', async () => {
    const many = (count: number, part: (i: number) => Buffer | string) =>
      Array.from({ length: count }, (_, i) => part(i));
    await refused(read(...many(60, (i) => field(`f${i}`, 'x')), END), 'VALIDATION_ERROR', 'Too many parts');
    await refused(read(...many(9, (i) => file(`f${i}`, 'x')), END), 'VALIDATION_ERROR', 'Too many parts');
    await refused(read(file('file', 'x'), file('file', 'y'), END), 'VALIDATION_ERROR', 'Must be one file');
    await refused(read(field('a', 'x'.repeat(70_000)), END), 'VALIDATION_ERROR', 'Too long');
    expect(await readdir(folder)).toEqual([]);
  });

  it('when it is far too large, by what it declares and by what arrives', async () => {
    const declared = request([field('a', 'b')]);
    declared.headers.set('content-length', '99999999');
    await refused(readForm(declared, LIMITS, folder), 'FILE_TOO_LARGE');
    const endless = Array.from({ length: 40 }, () => randomBytes(50_000));
    const started = file('file', 'x').subarray(0, -2);
    await refused(read(started, ...endless, END), 'FILE_TOO_LARGE');
    expect(await readdir(folder)).toEqual([]);
  });

  it('when it stops arriving', async () => {
    const silent = new Request('http://localhost', {
      method: 'POST',
      body: new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('x')) }),
      duplex: 'half',
    } as RequestInit);
    const all = Array.fromAsync(bodyStream(silent, 1000, 50));
    await refused(all, 'VALIDATION_ERROR', 'The request stopped arriving');
  });
});

describe('a file somewhat too large', () => {
  it('is reported as such, with the fields behind it', async () => {
    const form = await read(file('file', randomBytes(LIMITS.maxBytes + 1)), field('client_id', '7'), END);
    expect(form.fields).toEqual({ client_id: '7' });
    expect(form.file).toMatchObject({ tooLarge: true });
    await form.discard();
    const exact = await read(file('file', randomBytes(LIMITS.maxBytes)), END);
    expect(exact.file).toMatchObject({ tooLarge: false, size: LIMITS.maxBytes });
    await exact.discard();
  });
});
