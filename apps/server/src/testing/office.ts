import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Client, createClient } from '@officina/db/client';
import { testDatabaseUrl } from '@officina/db/test-database';
import { type Composed, compose } from '../compose.ts';
import { loadConfig } from '../config.ts';
import { openSession } from '../domains/identity/open-session.ts';
import { startWorker } from '../jobs/worker.ts';
import { argonHasher } from '../kernel/passwords.ts';
import { webDist } from '../web-build.ts';
import { watchStatement } from './statements.ts';
import { testFiles } from './test-files.ts';

/** The whole product as a browser meets it: pages, doors and database, on a port of its own. */
export interface Office {
  url: string;
  /** A connection of the test's own, for what it puts in and looks up; the server's statements are watched. */
  db: Client['db'];
  sql: Client['sql'];
  hash(password: string): Promise<string>;
  /** The cookie of a new session, for a person who need not type a password. */
  sessionOf(tenantId: string, userId: string): Promise<{ name: string; value: string }>;
  close(): Promise<void>;
}

interface OfficeOptions {
  /** Runs background jobs too: what is mailed arrives. */
  worker?: boolean;
  env?: Record<string, string>;
}

/** Serves the composed application with the built web app over this worker's database, by the real clock. */
export async function openOffice({ worker = false, env = {} }: OfficeOptions = {}): Promise<Office> {
  const databaseUrl = await testDatabaseUrl();
  // Mails carry the address, so the port is known before anything is composed.
  let composed: Composed | undefined;
  const answer = (request: Request, incoming: object) =>
    composed?.app.fetch(request, incoming) ?? new Response(null, { status: 503 });
  const server = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' }) as Server;
  if (!server.listening) await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const office = await compose({
    config: loadConfig({
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      DEMO: '0',
      PUBLIC_URL: url,
      DATA_DIR: testFiles,
      // Its own tests ask for it: a page that stands before it can be used would only make all others wait.
      FIRST_PICTURE: '0',
      ...env,
    }),
    databaseUrl,
    version: 'test',
    webRoot: webDist,
    passwords: argonHasher({ memoryCost: 64, timeCost: 1 }),
    checkResponses: true,
    onQuery: watchStatement,
  });
  composed = office;
  const own = createClient(databaseUrl, { max: 2 });
  // What earlier files queued in this database would keep this one's mails waiting.
  if (worker) await own.sql`delete from graphile_worker._private_jobs`;
  const { services, contextFor } = office;
  const { log, client } = services;
  const runner = worker ? await startWorker({ databaseUrl, sql: client.sql, log, contextFor }) : null;
  return {
    url,
    db: own.db,
    sql: own.sql,
    hash: (password) => services.passwords.hash(password),
    async sessionOf(tenantId, userId) {
      const { token } = await openSession(own.db, {
        userId,
        activeTenantId: tenantId,
        createdAt: new Date(),
        ip: null,
        userAgent: null,
      });
      return { name: 'officina_session', value: token };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await runner?.stop();
      await Promise.all([office.close(), own.close()]);
    },
  };
}
