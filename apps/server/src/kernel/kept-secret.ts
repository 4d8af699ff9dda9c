import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The secret kept in a file that only its owner reads; made on the first call, the same for all processes of a folder. */
export async function readOrMakeSecret(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  try {
    // `wx` fails where another process was first: then its secret is read below.
    await writeFile(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}
