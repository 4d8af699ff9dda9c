import type { LiveBatch, LiveChange } from '@officina/contracts/live';
import { CLIENT_NEWS, HEAR_NOTHING, SUBJECT_READERS } from '@officina/contracts/live';
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

/** As whom somebody hears: clients are of an organisation, and hear of nothing else. */
export interface Hearing {
  role: Role;
  orgId: string | null;
}

export interface LiveEvent extends LiveBatch {
  /** Where a later stream goes on. */
  id: string;
}

/**
 * One person's view of their tenant's changes, filtered by role and organisation. What arrives while nobody fetches is kept in one
 * batch, and once that grows too large it shrinks to "something was missed": a slow reader costs no memory.
 */
export class LiveStream implements AsyncIterableIterator<LiveEvent> {
  readonly listener: Listener;
  #hearing: Hearing | null = null;
  #begun = false;
  #batch: LiveEvent | null = null;
  #waiting: PromiseWithResolvers<IteratorResult<LiveEvent>> | null = null;
  #ended = false;
  readonly #onEnd: () => void;

  constructor(listener: Listener, onEnd: () => void) {
    this.listener = listener;
    this.#onEnd = onEnd;
  }

  /** From here on it hears what such a person may read; what came before is for the first batch to catch up with. */
  hear(hearing: Hearing): void {
    this.#hearing = hearing;
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
    if (!this.#hearing || !concerns(entry, this.#hearing)) return null;
    const { role, orgId } = this.#hearing;
    return {
      ...entry,
      contactId: orgId || permissionsOf(role).has('contacts.read') ? entry.contactId : null,
      requestId: entry.actorId === this.listener.userId ? entry.requestId : null,
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

function concerns(
  { verb, subjectType, contactId, engagementId }: TailEntry,
  { role, orgId }: Hearing,
): boolean {
  const held = permissionsOf(role);
  if (orgId === null) {
    const word = SUBJECT_READERS[subjectType];
    return word !== undefined && held.has(word) && !HEAR_NOTHING.includes(role);
  }
  const news = CLIENT_NEWS[subjectType];
  if (!news || contactId !== orgId || !held.has(news.word) || !news.verbs.includes(verb)) return false;
  // Another part of the firm may keep papers of the same organisation, which its clients never see.
  return subjectType !== 'document' || engagementId !== null;
}
