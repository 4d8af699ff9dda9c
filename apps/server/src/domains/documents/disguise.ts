import type { ByteSource } from './byte-source.ts';
import { zipEnd } from './zip-directory.ts';

/** Where browsers and readers of PDF look for what a file is. */
const HEAD = 1024;
const MARKUP = /<(!doctype|html|head|body|script|iframe|svg|\?php)\b/i;

/**
 * Whether a PDF or picture would also be read as something else: a page, a script, another document or an archive
 * (and so a Java or Office file), made to pass for one here and for the other there.
 */
export async function isDisguised(source: ByteSource, contentType: string): Promise<boolean> {
  const head = (await source.at(0, HEAD)).toString('latin1');
  if (contentType !== 'application/pdf' && head.includes('%PDF-')) return true;
  // An archive may hold markup, and ends as what it is.
  if (head.startsWith('PK\x03\x04')) return false;
  return MARKUP.test(head) || (await zipEnd(source)) !== null;
}
