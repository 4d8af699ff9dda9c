import type { ByteSource } from './byte-source.ts';

/** A ZIP ends with a record of at least 22 bytes and a comment of at most 65,535. */
const RECORD = 22;
const COMMENT = 0xffff;
const HEADER = 46;
/** Of a directory: more is no document of anybody's. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_ENTRIES = 20_000;

export interface ZipEntry {
  name: string;
  packedBytes: number;
  /** As the directory says. */
  unpackedBytes: number;
  offset: number;
}

/** The record with which a ZIP ends, where the content ends with one. */
export async function zipEnd(source: ByteSource): Promise<Buffer | null> {
  const from = Math.max(0, source.size - RECORD - COMMENT);
  const tail = await source.at(from, RECORD + COMMENT);
  for (
    let at = tail.lastIndexOf('PK\x05\x06');
    at >= 0;
    at = at ? tail.lastIndexOf('PK\x05\x06', at - 1) : -1
  ) {
    if (at + RECORD <= tail.length && at + RECORD + tail.readUInt16LE(at + 20) === tail.length)
      return tail.subarray(at);
  }
  return null;
}

/**
 * What a ZIP says it holds, without unpacking any of it: null where it does not end as one, nothing where its directory
 * is not where it should be, as behind another file.
 */
export async function zipDirectory(source: ByteSource): Promise<ZipEntry[] | null> {
  const end = await zipEnd(source);
  if (!end) return null;
  const [count, size, start] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  if (count > MOST_ENTRIES || size > MOST_BYTES || start + size + end.length !== source.size) return [];
  const directory = await source.at(start, size);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + HEADER > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return [];
    const nameLength = directory.readUInt16LE(at + 28);
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    entries.push({
      name: directory.toString('utf8', at + HEADER, at + HEADER + nameLength),
      packedBytes: directory.readUInt32LE(at + 20),
      unpackedBytes: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += HEADER + nameLength + rest;
  }
  return entries;
}
