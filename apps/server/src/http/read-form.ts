import { createHash } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { AppError, invalid } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import { type Form, type FormLimits, ReceivedFile } from '../kernel/received-file.ts';
import { bodyStream } from './body-stream.ts';

const KILOBYTE = 1024;
const PARTS = {
  parts: 40,
  fields: 30,
  /** One is wanted; a second one is told from it below. */
  files: 4,
  fieldNameSize: 100,
  fieldSize: 64 * KILOBYTE,
  headerPairs: 20,
  headerSize: 8 * KILOBYTE,
};

/**
 * A file too large is read on for a while, since the fields behind it decide which fault is named first; beyond this
 * the request is cut off.
 */
const mostBody = (maxBytes: number): number => 2 * maxBytes + 1024 * KILOBYTE;

const fault = (message: string): AppError => invalid({ field: 'body', message, in: 'body' });

/** What the library's parser of forms is made of inside: the one of parts, which alone sees their headers. */
interface Inside {
  _parser: { parser: EventEmitter };
}

/**
 * The library calls a file without a type text/plain, as if its sender had said so; many programs leave the type out. A
 * type that says nothing takes its place, before the library reads the headers.
 */
function allowUndeclared(parser: BusboyInstance): BusboyInstance {
  const { parser: parts } = (parser as unknown as Inside)._parser;
  parts.prependListener('part', (part: EventEmitter) =>
    part.prependListener('header', (headers: Record<string, string[] | undefined>) => {
      const isFile = /;\s*filename\*?=/i.test(headers['content-disposition']?.[0] ?? '');
      if (isFile && !headers['content-type']?.[0]) headers['content-type'] = ['application/octet-stream'];
    }),
  );
  return parser;
}

function parserFor(request: Request, maxBytes: number): BusboyInstance {
  const contentType = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(contentType)) throw fault('Must be multipart/form-data');
  try {
    const limits = { ...PARTS, fileSize: maxBytes };
    return allowUndeclared(
      new Busboy({ headers: { 'content-type': contentType }, limits, preservePath: true }),
    );
  } catch {
    throw fault('Must be multipart/form-data with a boundary');
  }
}

/** Writes a part into an open file, with its checksum and length taken on the way. */
async function keep(part: BusboyFileStream, handle: FileHandle, signal: AbortSignal) {
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  // A form that breaks off leaves its part neither ended nor failed: the signal ends it.
  await pipeline(part as Readable, measure, handle.createWriteStream(), { signal });
  return { size, sha256: hash.digest('hex'), tooLarge: part.truncated };
}

/**
 * Reads a multipart form as it arrives: its file goes to the folder, never whole into memory, and what exceeds a limit
 * ends the reading. Throws VALIDATION_ERROR for what is no such form, is cut off, stalls, or has too many parts, and
 * FILE_TOO_LARGE for a body far beyond the limit; a file somewhat too large is reported as such in the form.
 */
export async function readForm(request: Request, limits: FormLimits, folder: string): Promise<Form> {
  const parser = parserFor(request, limits.maxBytes);
  const cap = mostBody(limits.maxBytes);
  if (Number(request.headers.get('content-length') ?? 0) > cap) throw new AppError('FILE_TOO_LARGE');
  await mkdir(folder, { recursive: true });
  const path = join(folder, newId());
  const handle = await open(path, 'wx', 0o600);
  const broken = new AbortController();
  const fields = new Map<string, string>();
  const faults: AppError[] = [];
  let writing: Promise<ReceivedFile> | null = null;
  parser.on('field', (name, value, _, truncated) => {
    if (truncated) faults.push(invalid({ field: name, message: 'Too long', in: 'body' }));
    if (!fields.has(name)) fields.set(name, value);
  });
  parser.on('file', (name, part, filename, _, claimedType) => {
    const second = name === limits.file && writing !== null;
    if (second) faults.push(invalid({ field: name, message: 'Must be one file', in: 'body' }));
    if (name !== limits.file || second) return void part.resume();
    writing = keep(part, handle, broken.signal).then(
      (kept) => new ReceivedFile({ ...kept, filename: filename ?? '', claimedType, path }),
    );
    // Looked at below; a failure before that must not end the process.
    writing.catch(() => {});
  });
  for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
    parser.on(event, () => faults.push(fault('Too many parts')));
  }
  const discard = async () => {
    await handle.close();
    await rm(path, { force: true });
  };
  try {
    await pipeline(bodyStream(request, cap), parser);
    const [first] = faults;
    if (first) throw first;
    return { fields: Object.fromEntries(fields), file: await writing, discard };
  } catch (error) {
    broken.abort();
    await (writing as Promise<unknown> | null)?.catch(() => {});
    await discard();
    throw error instanceof AppError ? error : fault('The form is cut off or malformed');
  }
}
