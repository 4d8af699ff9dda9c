import { type Failure, failureOf } from '../../lib/errors.ts';
import { session } from '../../lib/session.ts';
import { noteOwnRequest } from '../live/own-requests.ts';
import type { BulkAction, BulkRow } from './bulk.ts';

/** Rows of one request: few enough for the bar to move, many enough not to wait for the network. */
const CHUNK = 50;

/** A bulk action under way. It outlives its page: here while the tab shows others, in the session's storage after a reload. */
export interface BulkRun {
  /** Under which the server knows what it has done already. */
  run: string;
  action: string;
  /** Takes back what another run did. */
  reverse: boolean;
  args: unknown;
  rows: BulkRow[];
  finished: number;
  failed: { id: string; name: string; failure: Failure }[];
  changed: BulkRow[];
  /** The filter holds more than one run takes. */
  more: boolean;
  state: 'running' | 'stopped' | 'over';
  /** Why it stopped by itself. */
  trouble: Failure | null;
}

const runs = new Map<string, BulkRun | null>();
const listeners = new Set<() => void>();
const keyOf = (listId: string) => `officina.bulk.${session()?.tenant.id}.${listId}`;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The run of a list; one that a reload interrupted waits to be continued. */
export function runOf(listId: string): BulkRun | null {
  const known = runs.get(listId);
  if (known !== undefined) return known;
  const kept = sessionStorage.getItem(keyOf(listId));
  const run = kept ? ({ ...(JSON.parse(kept) as BulkRun), state: 'stopped' } as const) : null;
  runs.set(listId, run);
  return run;
}

export function put(listId: string, run: BulkRun | null): void {
  runs.set(listId, run);
  try {
    if (run && run.state !== 'over') sessionStorage.setItem(keyOf(listId), JSON.stringify(run));
    else sessionStorage.removeItem(keyOf(listId));
  } catch {
    // A full storage: the run then lives as long as the page.
  }
  for (const listener of listeners) listener();
}

export function begin(listId: string, wish: Pick<BulkRun, 'action' | 'reverse' | 'args' | 'rows' | 'more'>) {
  const fresh = { finished: 0, failed: [], changed: [], state: 'running', trouble: null } as const;
  put(listId, { run: crypto.randomUUID(), ...fresh, failed: [], changed: [], ...wish });
}

export function stop(listId: string): void {
  const run = runOf(listId);
  if (run?.state === 'running') put(listId, { ...run, state: 'stopped' });
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault();

/**
 * Works through what is left of a list's run, chunk by chunk, until it is over or stopped. A chunk whose answer was lost is sent
 * again: the server does not do it twice.
 */
export async function drive(listId: string, action: BulkAction): Promise<BulkRun | null> {
  const first = runOf(listId);
  if (!first) return null;
  const send = first.reverse ? action.undo : action.run;
  if (!send) return null;
  put(listId, { ...first, state: 'running', trouble: null });
  window.addEventListener('beforeunload', warn);
  try {
    for (let run = runOf(listId); run?.state === 'running'; run = runOf(listId)) {
      const rows = run.rows.slice(run.finished, run.finished + CHUNK);
      if (rows.length === 0) {
        put(listId, { ...run, state: 'over' });
        return runOf(listId);
      }
      // The journal knows the changes by the run: this window need not be told of them.
      noteOwnRequest(run.run);
      const { results } = await send({ run: run.run, rows }, run.args);
      const now = runOf(listId);
      if (now?.run !== run.run) return null;
      const named = new Map(rows.map((row) => [row.id, row]));
      const known = (id: string) => named.get(id) ?? { id, name: id };
      put(listId, {
        ...now,
        finished: run.finished + rows.length,
        failed: [
          ...run.failed,
          ...results.flatMap(({ id, error }) =>
            error ? [{ ...known(id), failure: { requestId: null, details: null, ...error } }] : [],
          ),
        ],
        changed: [
          ...run.changed,
          ...results
            .filter(({ changed }) => changed)
            .map(({ id, before, version }) => ({ ...known(id), before, version })),
        ],
      });
    }
    return runOf(listId);
  } catch (error) {
    const run = runOf(listId);
    if (run) put(listId, { ...run, state: 'stopped', trouble: failureOf(error) });
    return runOf(listId);
  } finally {
    window.removeEventListener('beforeunload', warn);
  }
}
