import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { IdempotencyKeys, KeptAnswers } from './api/idempotency.ts';
import type { AnyObject, Store } from './store.ts';

interface Kept {
  objects: AnyObject[];
  keys: KeptAnswers;
}

const PAUSE_MS = 500;
/** Seconds for which events can be read again, as with Stripe: thirty days. */
const EVENTS_KEPT = 30 * 86_400;

/** The state in a file: read at the start, written soon after each change. */
export class Snapshot {
  readonly #file: string;
  readonly #store: Store;
  readonly #keys: IdempotencyKeys;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(file: string, store: Store, keys: IdempotencyKeys) {
    this.#file = file;
    this.#store = store;
    this.#keys = keys;
  }

  /** `now` in milliseconds. */
  async load(now: number): Promise<void> {
    const text = await readFile(this.#file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text !== null) {
      const { objects, keys } = await this.#read(text);
      const oldest = now / 1000 - EVENTS_KEPT;
      this.#store.load(objects.filter((each) => each.object !== 'event' || each.created > oldest));
      this.#keys.load(keys);
    }
    this.#store.onChange(() => {
      this.#timer ??= setTimeout(() => this.#write(), PAUSE_MS).unref();
    });
  }

  async #read(text: string): Promise<Kept> {
    try {
      return JSON.parse(text) as Kept;
    } catch {
      // Pretend money is no reason not to start.
      await rename(this.#file, `${this.#file}.unreadable`);
      console.error(`stripe sandbox: ${this.#file} could not be read and was put aside`);
      return { objects: [], keys: [] };
    }
  }

  #write(): Promise<void> {
    this.#timer = null;
    const kept: Kept = { objects: this.#store.everything(), keys: this.#keys.dump() };
    this.#writing = this.#writing.then(async () => {
      await mkdir(dirname(this.#file), { recursive: true });
      // Written beside and then moved there: a killed process leaves the former state, not half a file.
      await writeFile(`${this.#file}.next`, JSON.stringify(kept), { mode: 0o600 });
      await rename(`${this.#file}.next`, this.#file);
    });
    return this.#writing;
  }

  /** Writes what is not written yet. */
  async stop(): Promise<void> {
    if (this.#timer) {
      clearTimeout(this.#timer);
      await this.#write();
    }
    await this.#writing;
  }
}
