import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { strToU8, Zip, ZipDeflate } from 'fflate';

export interface ArchivedFile {
  name: string;
  text: string;
}

/** Letting others go on between pieces of this size. */
const PIECE = 64 * 1024;

async function* archive(files: readonly ArchivedFile[], at: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { name, text } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    const bytes = strToU8(text);
    for (let from = 0; from < bytes.length || from === 0; from += PIECE) {
      entry.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length);
      yield* ready.splice(0);
      await setImmediate();
    }
  }
  zip.end();
  yield* ready.splice(0);
}

/** Text files as a ZIP, packed as it is read. The same files at the same moment give the same bytes. */
export const zipStream = (files: readonly ArchivedFile[], at: Date): Readable =>
  Readable.from(archive(files, at), { objectMode: false });
