import type { Db } from '@officina/db/client';
import type { TenantId } from './ids.ts';
import type { LiveStream } from './live-stream.ts';
import { readCursor, readTail, type Tail } from './live-tail.ts';

/** The open streams of one tenant in this process, and how far its journal has been read for them. */
export class LiveFeed {
  readonly streams = new Set<LiveStream>();
  readonly #db: Db;
  readonly #tenantId: TenantId;
  #cursor: string | null = null;
  #reading: Promise<void> | null = null;
  #asked = false;

  constructor(db: Db, tenantId: TenantId) {
    this.#db = db;
    this.#tenantId = tenantId;
  }

  /** Reads on in the journal. What is asked while a reading is under way is done by one more reading after it. */
  read(): Promise<void> {
    this.#asked = true;
    this.#reading ??= this.#readOn().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readOn(): Promise<void> {
    while (this.#asked) {
      this.#asked = false;
      const tail = await this.#next();
      this.#cursor = tail.cursor;
      for (const stream of this.streams) stream.push(tail);
    }
  }

  /** The first reading only finds out where the journal ends: a stream catches up by itself. */
  async #next(): Promise<Tail> {
    if (this.#cursor !== null) return readTail(this.#db, this.#tenantId, this.#cursor);
    return { cursor: await readCursor(this.#db), entries: [] };
  }
}
