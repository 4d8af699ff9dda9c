import type { Client } from '@officina/db/client';
import type { Logger } from 'pino';
import { AppError } from './errors.ts';
import type { TenantId } from './ids.ts';
import { LiveFeed } from './live-feed.ts';
import { type Listener, LiveStream } from './live-stream.ts';

/** Channel on which processes tell each other in which tenants something was committed. */
export const LIVE_CHANNEL = 'officina_live';

const PAUSE_MS = 50;
const SWEEP_MS = 30_000;
/** Open windows of one person, and of one firm, in one process. */
export const MOST_PER_USER = 12;
const MOST_PER_TENANT = 500;
/** Then the caller comes back, and whether it still may is asked anew. */
const LONGEST_MS = 15 * 60_000;

/**
 * Live updates of this process. A writer only notes its tenant here after its commit; at most twenty times a second
 * one statement tells all processes which tenants have news, and who has open streams there reads their journal on.
 * So writers neither wait for each other nor for this. See docs/decisions.
 */
export class Live {
  readonly #client: Client;
  readonly #log: Logger;
  readonly #feeds = new Map<TenantId, LiveFeed>();
  readonly #changed = new Set<TenantId>();
  #telling: NodeJS.Timeout | null = null;
  #told: Promise<void> = Promise.resolve();
  #sweep: NodeJS.Timeout | null = null;

  constructor(client: Client, log: Logger) {
    this.#client = client;
    this.#log = log;
  }

  /** To be called after a commit. */
  changed(tenantId: TenantId): void {
    this.#changed.add(tenantId);
    this.#telling ??= setTimeout(() => {
      this.#told = this.#tell();
    }, PAUSE_MS);
  }

  async #tell(): Promise<void> {
    this.#telling = null;
    const tenants = [...this.#changed];
    this.#changed.clear();
    // Nothing depends on it after a crash, so it does not wait for the disk while it holds the lock of NOTIFY.
    await this.#client.sql`select set_config('synchronous_commit', 'off', true),
      pg_notify(${LIVE_CHANNEL}, tenant) from unnest(${tenants}::text[]) tenant`.catch((err) =>
      this.#log.warn({ err }, 'live updates could not be announced'),
    );
  }

  /** A process has announced a change in this tenant. */
  wake(tenantId: string): void {
    const feed = this.#feeds.get(tenantId as TenantId);
    if (feed) this.#read(feed);
  }

  #read(feed: LiveFeed): void {
    feed.read().catch((err) => this.#log.warn({ err }, 'the journal could not be read for live updates'));
  }

  /** A stream of the tenant's changes that has yet to `hear` and `begin`; it ends by itself after `lifeMs`. RATE_LIMIT_EXCEEDED when there are too many. */
  async open(listener: Listener, lifeMs: number): Promise<LiveStream> {
    const { tenantId, userId } = listener;
    const feed = this.#feeds.get(tenantId) ?? new LiveFeed(this.#client.db, tenantId);
    const ofUser = [...feed.streams].filter((stream) => stream.listener.userId === userId).length;
    if (ofUser >= MOST_PER_USER || feed.streams.size >= MOST_PER_TENANT) {
      throw new AppError('RATE_LIMIT_EXCEEDED');
    }
    const end = setTimeout(() => stream.return(), Math.min(lifeMs, LONGEST_MS));
    const stream = new LiveStream(listener, () => {
      clearTimeout(end);
      feed.streams.delete(stream);
      if (feed.streams.size === 0) this.#feeds.delete(tenantId);
    });
    feed.streams.add(stream);
    this.#feeds.set(tenantId, feed);
    this.#sweep ??= setInterval(() => this.readAll(), SWEEP_MS).unref();
    try {
      await feed.read();
    } catch (error) {
      void stream.return();
      throw error;
    }
    return stream;
  }

  /** Ends the streams that a committed change of `user:<id>` or `session:<hash>` concerns; who may, comes back. */
  drop(topic: string): void {
    for (const stream of this.#streams()) {
      const { userId, sessionId } = stream.listener;
      if (topic === `user:${userId}` || topic === `session:${sessionId}`) void stream.return();
    }
  }

  dropAll(): void {
    for (const stream of this.#streams()) void stream.return();
  }

  #streams(): LiveStream[] {
    return [...this.#feeds.values()].flatMap((feed) => [...feed.streams]);
  }

  /** Open streams of this process. */
  get size(): number {
    return this.#streams().length;
  }

  /** Looks into every journal that somebody watches: an announcement may have been lost with its process. */
  readAll(): void {
    for (const feed of this.#feeds.values()) this.#read(feed);
  }

  async close(): Promise<void> {
    this.dropAll();
    if (this.#sweep) clearInterval(this.#sweep);
    if (this.#telling) {
      clearTimeout(this.#telling);
      this.#told = this.#tell();
    }
    await this.#told;
  }
}
