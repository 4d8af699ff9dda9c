import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { startEmbedded } from '@officina/db/embedded';
import { migrate } from '@officina/db/migrate';
import { runMigrations } from 'graphile-worker';
import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { fillDemo } from './domains/demo/fill-demo.ts';
import { rebaseAfterRestore } from './domains/journal/rebase-after-restore.ts';
import { startWorker } from './jobs/worker.ts';
import { StartError } from './start-error.ts';
import { ensureWebBuilt, webDist } from './web-build.ts';

export interface Officina {
  url: string;
  /** Refuses new requests, lets running ones finish, then stops worker, pool and the database we started. */
  stop(): Promise<void>;
}

/** Longer than any request takes; what still runs then is cut off. */
const DRAIN_MS = 10_000;

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new StartError(
              `Port ${port} is taken by another program. Set PORT to a free one, e.g. PORT=3001.`,
            )
          : error,
      );
    });
  });
}

async function allOrFirstFailure(...work: (Promise<void> | null)[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Connections whose last request ends from now on would be kept for the next one.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(timer);
}

/**
 * Database, schema, demo, web app, worker and HTTP server, in this order. What was started is stopped in the reverse one,
 * also when the start fails half-way.
 */
export async function startOfficina(
  config: Config,
  version: string,
  buildWeb = ensureWebBuilt,
): Promise<Officina> {
  const log = (line: string) => console.error(line);
  await using started = new AsyncDisposableStack();
  const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, log });
  started.defer(() => embedded?.stop());
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
  // Neither is left behind running when the other fails: the database must not go while it is migrated.
  await allOrFirstFailure(config.webBuild ? buildWeb(log) : null, migrate(databaseUrl));
  await runMigrations({ connectionString: databaseUrl });
  let stopping = false;
  const officina = await compose({
    config,
    databaseUrl,
    version,
    webRoot: webDist,
    stopping: () => stopping,
    sandboxFile: `${config.dataDir}/stripe-sandbox.json`,
  });
  started.defer(() => officina.close());
  if (await rebaseAfterRestore(officina.services.client.db))
    log('The journal was adjusted to its new database server');
  if (config.demo) await fillDemo(officina.services);
  if (config.worker) {
    const worker = await startWorker({
      databaseUrl,
      sql: officina.services.client.sql,
      log: officina.services.log,
      alone: embedded !== null,
      contextFor: officina.contextFor,
    });
    started.defer(() => worker.stop());
  }
  const server = serve({ fetch: officina.app.fetch, port: config.port, hostname: config.host }) as Server;
  // An upload may take its time; who sends nothing for long is cut off sooner by the reader of forms.
  server.requestTimeout = 300_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;
  const port = await listening(server, config.port);
  started.defer(() => drain(server));
  // What fell due while nobody was there happens now, and its webhooks are sent.
  await officina.sandbox?.();
  const running = started.move();
  return {
    url: config.publicUrl.endsWith(`:${config.port}`) ? `http://localhost:${port}` : config.publicUrl,
    async stop() {
      stopping = true;
      // They would never end by themselves; their windows come back to another process.
      officina.live.dropAll();
      await running.disposeAsync();
    },
  };
}
