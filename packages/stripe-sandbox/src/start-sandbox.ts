import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { apiApp } from './api/api-app.ts';
import { IdempotencyKeys } from './api/idempotency.ts';
import { advance } from './billing/advance.ts';
import { intentOf, markPaid } from './billing/invoices.ts';
import { settle } from './billing/subscriptions.ts';
import { pagesApp } from './pages/pages-app.ts';
import { routes } from './routes.ts';
import { makeSeedPrice, type SeedPrice } from './seed.ts';
import { Snapshot } from './snapshot.ts';
import { type WebhookEndpoint, WebhookQueue } from './webhook-queue.ts';
import { idOf, World } from './world.ts';

export interface SandboxOptions {
  /** 0 takes a free one. */
  port?: number;
  /** Where people reach the hosted pages; the sandbox's own address when left out. */
  pagesUrl?: string;
  webhooks?: readonly WebhookEndpoint[];
  /** Between the tries of a delivery, in milliseconds. */
  retryPauses?: readonly number[];
  /** File that keeps the state across restarts; without one it is forgotten. */
  snapshotFile?: string;
  /** Prices that exist from the start, under ids of our choice. */
  prices?: readonly SeedPrice[];
  /** The present in milliseconds. */
  now?: () => number;
}

export interface Sandbox {
  host: string;
  port: number;
  /** The hosted pages, to be mounted where people can reach them. */
  pages: Hono;
  /** Does what has fallen due, as time passes. */
  tick(): void;
  /** Resolves once no webhook is on its way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const TICK_MS = 30_000;

/** Starts a Stripe of our own on this machine's loopback address. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const now = options.now ?? Date.now;
  const webhooks = new WebhookQueue(options.webhooks ?? [], now, options.retryPauses);
  const keys = new IdempotencyKeys(now);
  const world = new World(now, webhooks);
  const snapshot = options.snapshotFile ? new Snapshot(options.snapshotFile, world.store, keys) : null;
  await snapshot?.load(now());
  for (const price of options.prices ?? []) makeSeedPrice(world, price);
  follow(world);
  const catchUp = () => advance(world, null);
  const pages = pagesApp(world, catchUp);
  const app = new Hono();
  app.route('/pages', pages);
  app.route('/', apiApp({ world, keys, routes, catchUp }));
  const server = serve({ fetch: app.fetch, port: options.port ?? 0, hostname: HOST }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const { port } = server.address() as AddressInfo;
  world.pagesUrl = options.pagesUrl ?? `http://${HOST}:${port}/pages`;
  webhooks.attach(world.store);
  const timer = setInterval(catchUp, TICK_MS);
  timer.unref();
  return {
    host: HOST,
    port,
    pages,
    tick: catchUp,
    settled: () => webhooks.settled(),
    async stop() {
      clearInterval(timer);
      await webhooks.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await snapshot?.stop();
    },
  };
}

/** What a payment brings about: the invoice of a paid intent is paid, its subscription goes on. */
function follow(world: World): void {
  world.whenPaid.push((intent) => {
    const invoice = world.store.all('invoice').find((each) => intentOf(world, each)?.id === intent.id);
    if (invoice?.status === 'open') markPaid(world, invoice, world.nowOf(idOf(invoice.customer)));
  });
  world.whenInvoicePaid.push((invoice) => settle(world, invoice));
}
