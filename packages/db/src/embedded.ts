import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { findBinaries } from './embedded/binaries.ts';
import {
  type ClusterAccess,
  type ClusterTools,
  ensureCluster,
  readAccess,
  writeAccess,
} from './embedded/cluster.ts';
import { launch, stopServer } from './embedded/launch.ts';
import { claim, clusterUrl } from './embedded/ownership.ts';
import { freePort, portIsFree } from './embedded/port.ts';
import { clearForeignPidFile, livePostmaster } from './embedded/postmaster.ts';
import { programRunner } from './embedded/program.ts';
import { DatabaseStartError } from './embedded/start-error.ts';
import { systemUser } from './embedded/system-user.ts';

export interface EmbeddedOptions {
  /** The data lives in `<dataDir>/postgres`. */
  dataDir: string;
  /** A fixed loopback port; without it a free one is chosen once and remembered. */
  port?: number;
  /** PostgreSQL settings over the defaults. */
  settings?: Readonly<Record<string, string>>;
  /** Nothing in it is kept: skip what protects data against a power cut (tests). */
  disposable?: boolean;
  log: (line: string) => void;
}

export interface EmbeddedServer {
  url: string;
  /** True when a server that outlived its killed parent was taken over. */
  reused: boolean;
  /** Stops the server, whether started or taken over, and waits until it is down. */
  stop(): Promise<void>;
}

const DEADLINE_MS = 60_000;
const POLL_MS = 25;

/** Starts the PostgreSQL of this data folder, or takes over the one that a killed process left running. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  const clusterDir = join(dataDir, 'postgres');
  await mkdir(dataDir, { recursive: true });
  const tools = await prepareTools(dataDir, clusterDir);
  await ensureCluster(clusterDir, tools, { sync: !options.disposable, log: options.log });
  const access = await readAccess(clusterDir);
  const { session, port, reused } = await obtain(clusterDir, tools, access, options);
  const mode = options.disposable ? 'immediate' : 'fast';
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await stopServer(clusterDir, tools, mode);
    await session.end({ timeout: 0 });
  };
  return {
    url: clusterUrl(port, access.password),
    reused,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** The address of the server running on this data folder, whoever owns it; null when none runs. */
export async function runningEmbeddedUrl(dataDir: string): Promise<string | null> {
  const clusterDir = join(resolve(dataDir), 'postgres');
  const server = await livePostmaster(clusterDir);
  return server?.ready ? clusterUrl(server.port, (await readAccess(clusterDir)).password) : null;
}

async function prepareTools(dataDir: string, clusterDir: string): Promise<ClusterTools> {
  const [binaries, user] = await Promise.all([findBinaries(), systemUser(clusterDir)]);
  return { binaries, user, run: await programRunner(user, [binaries.postgres, join(dataDir, 'postgres')]) };
}

/** Goes round until the server answers and is ours, or it is clear why it will not be. */
async function obtain(
  clusterDir: string,
  tools: ClusterTools,
  access: ClusterAccess,
  options: EmbeddedOptions,
): Promise<{ session: Sql; port: number; reused: boolean }> {
  const deadline = Date.now() + DEADLINE_MS;
  let launched = false;
  for (let reason = ''; Date.now() < deadline; await delay(POLL_MS)) {
    const server = await livePostmaster(clusterDir);
    if (server?.ready) {
      const answer = await claim(server.port, access.password);
      if (answer.outcome === 'owned')
        return { session: answer.session, port: server.port, reused: !launched };
      if (answer.outcome === 'taken') throw alreadyRunning(clusterDir);
      if (answer.reason !== reason) options.log(`Waiting for the database: ${answer.reason}`);
      reason = answer.reason;
    } else if (!server) {
      await clearForeignPidFile(clusterDir);
      const port = await choosePort(options.port, access.port);
      launched = await launch(clusterDir, tools, port, options);
      if (launched && port !== access.port) await writeAccess(clusterDir, { ...access, port }, tools.user);
    }
  }
  throw new DatabaseStartError(
    `The database in ${clusterDir} did not answer within ${DEADLINE_MS / 1000} s; its log is server.log in that folder.`,
  );
}

async function choosePort(wanted: number | undefined, remembered: number | null): Promise<number> {
  if (wanted !== undefined) {
    if (await portIsFree(wanted)) return wanted;
    throw new DatabaseStartError(
      `Port ${wanted} on 127.0.0.1 is used by another program. Stop it, or choose another port for the database.`,
    );
  }
  return remembered !== null && (await portIsFree(remembered)) ? remembered : freePort();
}

function alreadyRunning(clusterDir: string): DatabaseStartError {
  return new DatabaseStartError(
    `Officina is already running on the data folder ${clusterDir}. ` +
      'Stop the other one, or give this one its own folder and port: DATA_DIR=… PORT=…',
  );
}
