import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { isAlive } from './process.ts';
import type { RunProgram } from './program.ts';
import { DatabaseStartError } from './start-error.ts';
import type { SystemUser } from './system-user.ts';

export const SUPERUSER = 'officina';
const ACCESS_FILE = 'officina.json';

/** What is needed to reach the cluster; kept inside its data folder, readable by its owner alone. */
export interface ClusterAccess {
  password: string;
  port: number | null;
}

export interface ClusterTools {
  binaries: Binaries;
  run: RunProgram;
  user: SystemUser;
}

/**
 * Makes the data folder unless it is there. It is prepared beside its place and renamed into it, so that a
 * start killed half-way leaves no half cluster, and of two starts at once one wins and both go on with it.
 */
export async function ensureCluster(
  clusterDir: string,
  tools: ClusterTools,
  options: { sync: boolean; log: (line: string) => void },
): Promise<void> {
  const entries = await readdir(clusterDir).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw unreadable(clusterDir, error);
  });
  if (entries.includes('PG_VERSION')) return await checkVersion(clusterDir, tools);
  if (entries.length > 0) {
    throw new DatabaseStartError(
      `${clusterDir} holds files but no PostgreSQL data. Move them away, or choose another folder with DATA_DIR.`,
    );
  }
  options.log(`Preparing the database in ${clusterDir}`);
  await sweepAbandoned(clusterDir);
  const staging = `${clusterDir}.init-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await initialise(staging, tools, options.sync);
    await rmdir(clusterDir).catch(() => {});
    await rename(staging, clusterDir);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const lostTheRace = code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM';
    if (!lostTheRace || !existsSync(join(clusterDir, 'PG_VERSION'))) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function initialise(
  folder: string,
  { binaries, run, user }: ClusterTools,
  sync: boolean,
): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  const access: ClusterAccess = { password: randomBytes(24).toString('base64url'), port: null };
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, access.password, { mode: 0o600 });
  if (user) {
    await chown(folder, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const fixed = [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // ICU orders names as people do (Éric between Bob and Zoé) and alike on every machine.
    '--locale-provider=icu',
    '--icu-locale=und',
    '--locale=C',
    ...(sync ? [] : ['--no-sync']),
  ];
  try {
    let failure = '';
    // Character classes come from the C library; with plain C, trigrams would lose accented letters.
    for (const ctype of ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'C']) {
      const { code, output } = await run(binaries.initdb, [...fixed, `--lc-ctype=${ctype}`]);
      if (code === 0) return await writeAccess(folder, access, user);
      failure = output;
      if (!/invalid locale/i.test(output)) break;
    }
    throw new DatabaseStartError(`PostgreSQL could not prepare its data folder:\n${failure.trim()}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Removes what starts killed during their preparation left beside the data folder. */
async function sweepAbandoned(clusterDir: string): Promise<void> {
  const parent = join(clusterDir, '..');
  for (const name of await readdir(parent)) {
    const pid = /\.init-(\d+)-/.exec(name)?.[1];
    if (!pid || !join(parent, name).startsWith(clusterDir)) continue;
    if (!isAlive(Number(pid))) await rm(join(parent, name), { recursive: true, force: true });
  }
}

async function checkVersion(clusterDir: string, { binaries, run }: ClusterTools): Promise<void> {
  const found = (await readFile(join(clusterDir, 'PG_VERSION'), 'utf8')).trim();
  const { output } = await run(binaries.postgres, ['--version']);
  const ours = /(\d+)/.exec(output)?.[1];
  if (found === ours) return;
  throw new DatabaseStartError(
    `${clusterDir} was written by PostgreSQL ${found}; this version of Officina brings PostgreSQL ${ours}. ` +
      `Dump it with PostgreSQL ${found} (pg_dumpall) and restore it into a new folder (DATA_DIR), ` +
      'or run that server yourself and set DATABASE_URL.',
  );
}

/** Reads the password and the remembered port of a prepared data folder. */
export async function readAccess(clusterDir: string): Promise<ClusterAccess> {
  try {
    return JSON.parse(await readFile(join(clusterDir, ACCESS_FILE), 'utf8')) as ClusterAccess;
  } catch (error) {
    throw unreadable(clusterDir, error as NodeJS.ErrnoException);
  }
}

/** Keeps the password and the port for the next start. */
export async function writeAccess(
  clusterDir: string,
  access: ClusterAccess,
  user: SystemUser,
): Promise<void> {
  const file = join(clusterDir, ACCESS_FILE);
  const next = `${file}.${process.pid}`;
  await writeFile(next, `${JSON.stringify(access)}\n`, { mode: 0o600 });
  await chmod(next, 0o600);
  if (user) await chown(next, user.uid, user.gid);
  await rename(next, file);
}

function unreadable(clusterDir: string, cause: NodeJS.ErrnoException): DatabaseStartError {
  const why =
    cause.code === 'EACCES' || cause.code === 'EPERM'
      ? 'belongs to another user (was Officina started as root before?). Start it as that user'
      : `cannot be read (${cause.code ?? cause.message}). Restore it from a backup`;
  return new DatabaseStartError(
    `The data folder ${clusterDir} ${why}, or choose another folder with DATA_DIR.`,
    {
      cause,
    },
  );
}
