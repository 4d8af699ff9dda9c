import type { ByteSource } from './byte-source.ts';

/** Where browsers and readers of PDF look for what a file is. */
const HEAD = 1024;
/** A ZIP ends with a directory of at least 22 bytes and a comment of at most 65,535. */
const DIRECTORY = 22;
const COMMENT = 0xffff;

const MARKUP = /<(!doctype|html|head|body|script|iframe|svg|\?php)\b/i;

async function endsAsZip(source: ByteSource): Promise<boolean> {
  const from = Math.max(0, source.size - DIRECTORY - COMMENT);
  const tail = await source.at(from, DIRECTORY + COMMENT);
  for (
    let at = tail.lastIndexOf('PK\x05\x06');
    at >= 0;
    at = at ? tail.lastIndexOf('PK\x05\x06', at - 1) : -1
  ) {
    if (at + DIRECTORY <= tail.length && at + DIRECTORY + tail.readUInt16LE(at + 20) === tail.length)
      return true;
  }
  return false;
}

/**
 * Whether a PDF or picture would also be read as something else: a page, a script, another document or an archive
 * (and so a Java or Office file), made to pass for one here and for the other there.
 */
export async function isDisguised(source: ByteSource, contentType: string): Promise<boolean> {
  const head = (await source.at(0, HEAD)).toString('latin1');
  if (MARKUP.test(head)) return true;
  if (contentType !== 'application/pdf' && head.includes('%PDF-')) return true;
  return endsAsZip(source);
}
