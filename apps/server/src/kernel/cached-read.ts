import type { Client } from '@officina/db/client';
import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from './context.ts';
import { rawStatement } from './statement.ts';

interface Answer {
  value: unknown;
  /** What was committed when the computation began, as PostgreSQL prints a snapshot. */
  snapshot: string;
  /** Characters of the value as JSON: what it costs to keep. */
  weight: number;
}

/**
 * The present snapshot, and whether the tenant's journal holds an entry that the known one could not see yet. Entries
 * below the snapshot's xmin were all visible to it, so only the tail of the journal's order is looked at. It is asked for
 * in that order: for a bare EXISTS the planner hopes to meet such an entry anywhere, and reads the whole journal instead.
 */
export const journalSince = (tenantId: unknown, known: unknown): SQL => sql`
  select pg_current_snapshot()::text as snapshot, (
    select id from journal_entries, (select ${known}::pg_snapshot as known) before
    where tenant_id = ${tenantId} and xid >= (pg_snapshot_xmin(before.known)::text)::bigint
      and not pg_visible_in_snapshot((xid::text)::xid8, before.known)
    order by xid, id limit 1) is null as unchanged`;

const probe = rawStatement<{ snapshot: string; unchanged: boolean }>(
  journalSince(sql.placeholder('tenantId'), sql.placeholder('known')),
);

const NOTHING_SEEN = '1:1:';
const MOST_CHARACTERS = 16 * 1024 * 1024;

/** The answers that one process keeps, least recently used first. */
class AnswerStore {
  readonly #answers = new Map<string, Answer>();
  readonly flights = new Map<string, Promise<unknown>>();
  #weight = 0;

  get(key: string): Answer | undefined {
    const answer = this.#answers.get(key);
    if (answer) {
      this.#answers.delete(key);
      this.#answers.set(key, answer);
    }
    return answer;
  }

  set(key: string, answer: Answer): void {
    this.#drop(key);
    if (answer.weight > MOST_CHARACTERS / 4) return;
    this.#answers.set(key, answer);
    this.#weight += answer.weight;
    for (const oldest of this.#answers.keys()) {
      if (this.#weight <= MOST_CHARACTERS) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#weight -= this.#answers.get(key)?.weight ?? 0;
    this.#answers.delete(key);
  }
}

const stores = new WeakMap<Client, AnswerStore>();

function storeOf(client: Client): AnswerStore {
  let store = stores.get(client);
  if (!store) {
    store = new AnswerStore();
    stores.set(client, store);
  }
  return store;
}

/**
 * An answer that is expensive to compute and worth keeping while nothing changes. It is kept per tenant, business day
 * and `input`, and given out only while the tenant's journal has no entry that was committed after the computation
 * began: a change that was under way meanwhile, or that another process made, counts like any other. So an answer
 * is never older than the call that asks for it. It rests on the law that every change leaves a journal entry in
 * its own transaction.
 *
 * `compute` must depend on rows of the tenant, on `input` and on the business day alone, and answer plain JSON
 * that nobody changes afterwards. Inside a write's transaction nothing is kept: it may see its own changes.
 */
export async function cachedRead<T>(
  ctx: Ctx,
  name: string,
  input: unknown,
  compute: () => Promise<T>,
): Promise<T> {
  const { client } = ctx.services;
  if (ctx.db !== client.db) return compute();
  const { id: tenantId, timeZone, currency } = ctx.tenant;
  const key = JSON.stringify([name, tenantId, ctx.today, timeZone, currency, input]);
  const store = storeOf(client);
  for (let waited = false; ; waited = true) {
    const known = store.get(key);
    const [now] = await probe(ctx.db, { tenantId, known: known?.snapshot ?? NOTHING_SEEN });
    if (!now) throw new Error('the journal gave no snapshot');
    if (known && now.unchanged) {
      // Nothing came between: the answer is of this moment too, and the next look has less of the journal to read.
      known.snapshot = now.snapshot;
      return known.value as T;
    }
    const flight = store.flights.get(key);
    if (waited || (!flight && store.get(key) === known)) return keep(store, key, now.snapshot, compute);
    // Another call computes the same, or has just done so. Its answer may be older than this call: probe it too.
    await flight?.catch(() => {});
  }
}

async function keep<T>(
  store: AnswerStore,
  key: string,
  snapshot: string,
  compute: () => Promise<T>,
): Promise<T> {
  const flight = compute();
  store.flights.set(key, flight);
  try {
    const value = await flight;
    store.set(key, { value, snapshot, weight: JSON.stringify(value).length });
    return value;
  } finally {
    if (store.flights.get(key) === flight) store.flights.delete(key);
  }
}
