import { open, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClusterTools } from './cluster.ts';
import { DatabaseStartError } from './start-error.ts';

/** Modest memory, safe writes: what is acknowledged survives a crash. */
const DEFAULTS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  work_mem: '16MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_checkpoints: 'off',
};

/** For data that nobody keeps. */
const DISPOSABLE: Readonly<Record<string, string>> = {
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** Reasons that pass: another start was quicker, or a killed server's last processes are still ending. */
const PASSING = /postmaster\.pid" already exists|shared memory block .* is still in use|could not bind/;
const LOG_LIMIT = 5_000_000;

export interface LaunchOptions {
  settings?: Readonly<Record<string, string>>;
  disposable?: boolean;
}

/**
 * Starts the server as a process of its own and waits until it accepts connections. False when it could
 * not start for a reason that passes.
 */
export async function launch(
  clusterDir: string,
  { binaries, run }: ClusterTools,
  port: number,
  options: LaunchOptions,
): Promise<boolean> {
  const logFile = join(clusterDir, 'server.log');
  const written = await logSize(logFile);
  const settings = {
    ...DEFAULTS,
    ...(options.disposable && DISPOSABLE),
    ...options.settings,
    port: String(port),
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const start = ['start', `--pgdata=${clusterDir}`, `--log=${logFile}`, '--wait', '--timeout=60', '--silent'];
  const { code, output } = await run(binaries.pg_ctl, [...start, `--options=${flags.join(' ')}`]);
  if (code === 0) return true;
  const said = `${await tail(logFile, written)}\n${output}`.trim();
  if (PASSING.test(said)) return false;
  throw new DatabaseStartError(`PostgreSQL did not start in ${clusterDir}:\n${said}`);
}

/** Stops the server of a data folder and waits for its end; nothing happens when none runs. */
export async function stopServer(
  clusterDir: string,
  { binaries, run }: ClusterTools,
  mode: 'fast' | 'immediate',
): Promise<void> {
  const { code, output } = await run(binaries.pg_ctl, [
    'stop',
    `--pgdata=${clusterDir}`,
    `--mode=${mode}`,
    '--wait',
  ]);
  if (code !== 0 && !/does not exist|No such process|Is server running/.test(output)) {
    throw new Error(`PostgreSQL in ${clusterDir} did not stop: ${output.trim()}`);
  }
}

async function logSize(file: string): Promise<number> {
  const size = (await stat(file).catch(() => null))?.size ?? 0;
  if (size < LOG_LIMIT) return size;
  await truncate(file);
  return 0;
}

async function tail(file: string, from: number): Promise<string> {
  const handle = await open(file).catch(() => null);
  if (!handle) return '';
  try {
    return (await handle.read({ buffer: Buffer.alloc(8_000), position: from })).buffer
      .toString('utf8')
      .replace(/\0+$/, '');
  } finally {
    await handle.close();
  }
}
