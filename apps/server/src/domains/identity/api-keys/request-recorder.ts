import type { Db } from '@officina/db/client';
import { apiRequests } from '@officina/db/schema/api-requests';
import type { Logger } from 'pino';

type ApiRequest = Omit<typeof apiRequests.$inferInsert, 'id'>;

const FLUSH_MS = 1000;
const BATCH = 500;
/** What is kept while the database does not answer; older ones are forgotten. */
const MOST_WAITING = 10_000;
const PATH_SHOWN = 300;

/**
 * Writes down the calls of programs, many in one statement and after they were answered: no call waits for it. What a
 * process that is killed has not written yet is lost; nothing rests on it but people's curiosity.
 */
export class RequestRecorder {
  readonly #db: Db;
  readonly #log: Logger;
  #waiting: ApiRequest[] = [];
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(db: Db, log: Logger) {
    this.#db = db;
    this.#log = log;
  }

  add(request: ApiRequest): void {
    this.#waiting.push({ ...request, path: request.path.slice(0, PATH_SHOWN) });
    if (this.#waiting.length > MOST_WAITING) this.#waiting.shift();
    if (this.#waiting.length >= BATCH) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  /** Ends when everything that was added before is written. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#waiting.length) {
      const batch = this.#waiting.splice(0, BATCH);
      try {
        await this.#db.insert(apiRequests).values(batch);
      } catch (error) {
        this.#log.warn({ err: error, requests: batch.length }, 'calls of programs were not written down');
      }
    }
  }
}
