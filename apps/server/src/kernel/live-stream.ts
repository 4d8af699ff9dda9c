import type { LiveBatch, LiveChange } from '@officina/contracts/live';
import { SUBJECT_READERS } from '@officina/contracts/live';
import { permissionsOf } from '@officina/contracts/permissions';
import type { Role } from '@officina/contracts/roles';
import type { TenantId } from './ids.ts';
import { MOST_ENTRIES, type Tail, type TailEntry } from './live-tail.ts';

/** Whose stream it is: what ends the session ends the stream. */
export interface Listener {
  tenantId: TenantId;
  userId: string;
  sessionId: string;
}

export interface LiveEvent extends LiveBatch {
  /** Where a later stream goes on. */
  id: string;
}

/**
 * One person's view of their tenant's changes, filtered by role. What arrives while nobody fetches is kept in one
 * batch, and once that grows too large it shrinks to "something was missed": a slow reader costs no memory.
 */
export class LiveStream implements AsyncIterableIterator<LiveEvent> {
  readonly listener: Listener;
  #role: Role | null = null;
  #begun = false;
  #batch: LiveEvent | null = null;
  #waiting: PromiseWithResolvers<IteratorResult<LiveEvent>> | null = null;
  #ended = false;
  readonly #onEnd: () => void;

  constructor(listener: Listener, onEnd: () => void) {
    this.listener = listener;
    this.#onEnd = onEnd;
  }

  /** From here on it hears what `role` may read; what came before is for the first batch to catch up with. */
  hear(role: Role): void {
    this.#role = role;
  }

  /** Sends the first batch, even if it is empty: its id is where a later stream goes on. */
  begin(caughtUp: Tail): void {
    this.#begun = true;
    this.push(caughtUp, true);
  }

  /** Adds to the next batch, and sends it if somebody waits for it. */
  push({ cursor, entries }: Tail, always = false): void {
    if (this.#ended) return;
    const changes = entries.flatMap((entry) => this.#seen(entry) ?? []);
    const missed = entries.length > MOST_ENTRIES;
    if (changes.length === 0 && !missed && !always) {
      if (this.#batch) this.#batch.id = cursor;
      return;
    }
    const batch = this.#batch ?? { id: cursor, changes: [], missed: false };
    batch.id = cursor;
    batch.changes.push(...changes);
    batch.missed ||= missed || batch.changes.length > MOST_ENTRIES;
    if (batch.missed) batch.changes = [];
    this.#batch = batch;
    this.#deliver();
  }

  #seen(entry: TailEntry): LiveChange | null {
    const held = this.#role ? permissionsOf(this.#role) : null;
    const word = SUBJECT_READERS[entry.subjectType];
    if (!held || !word || !held.has(word)) return null;
    const own = entry.actorId === this.listener.userId;
    return {
      ...entry,
      contactId: held.has('contacts.read') ? entry.contactId : null,
      requestId: own ? entry.requestId : null,
    };
  }

  #deliver(): void {
    // What came during the catching up goes out with it: an id stands for all that was before it.
    if (!this.#waiting || !this.#batch || !this.#begun) return;
    const [waiting, value] = [this.#waiting, this.#batch];
    this.#waiting = null;
    this.#batch = null;
    waiting.resolve({ done: false, value });
  }

  next(): Promise<IteratorResult<LiveEvent>> {
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    this.#waiting ??= Promise.withResolvers();
    const { promise } = this.#waiting;
    this.#deliver();
    return promise;
  }

  /** Ends it at once, also while somebody waits for the next batch. */
  return(): Promise<IteratorResult<LiveEvent>> {
    if (!this.#ended) {
      this.#ended = true;
      this.#batch = null;
      this.#waiting?.resolve({ done: true, value: undefined });
      this.#waiting = null;
      this.#onEnd();
    }
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
