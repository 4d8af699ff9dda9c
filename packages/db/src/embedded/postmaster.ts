import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './process.ts';

/** What postmaster.pid of a data folder says. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** The live server of a data folder, or null: no file, or the process it names is gone. */
export async function livePostmaster(clusterDir: string): Promise<Postmaster | null> {
  const found = await readPidFile(clusterDir);
  return found && isAlive(found.pid) && (await isPostgres(found.pid)) ? found : null;
}

/**
 * Removes a postmaster.pid whose number now belongs to another program, as happens after a restart of the
 * machine or container. PostgreSQL itself clears one whose process is gone, but stops at this one.
 */
export async function clearForeignPidFile(clusterDir: string): Promise<void> {
  const found = await readPidFile(clusterDir);
  if (found && isAlive(found.pid) && !(await isPostgres(found.pid)))
    await rm(pidFile(clusterDir), { force: true });
}

const pidFile = (clusterDir: string): string => join(clusterDir, 'postmaster.pid');

async function readPidFile(clusterDir: string): Promise<Postmaster | null> {
  const text = await readFile(pidFile(clusterDir), 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3]), ready: lines[7] === 'ready' };
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => null);
  return name === null || name.trim() === 'postgres';
}
