import type { LiveBatch, LiveChange } from '@officina/contracts/live';
import type { Query } from '@tanstack/react-query';
import { tellChanged } from '../../lib/record-changes.ts';
import { session } from '../../lib/session.ts';
import { queryClient } from '../../trpc.ts';
import { allModules } from '../modules.ts';
import { isOwnRequest } from './own-requests.ts';

/** What comes close together is applied together. */
const GATHER_MS = 300;
/** A list of more pages is fetched anew only for a record that it shows: each page is a request. */
const MANY_PAGES = 4;

const BELL = { notifications: ['message', 'quote', 'task'] };

/** Procedure, or group of them, → the types of records that its answers depend on. */
const depends = new Map<string, Set<string>>();
for (const told of [BELL, ...allModules().map((module) => module.depends ?? {})]) {
  for (const [path, types] of Object.entries(told)) {
    depends.set(path, new Set([...(depends.get(path) ?? []), ...types]));
  }
}

let changes: LiveChange[] = [];
let missed = false;
let gathering = false;

/** Takes what the server has told; the screen follows within a moment. */
export function applyChanges(batch: LiveBatch): void {
  changes.push(...batch.changes);
  missed ||= batch.missed;
  if (gathering || (changes.length === 0 && !missed)) return;
  gathering = true;
  setTimeout(apply, GATHER_MS);
}

function apply() {
  gathering = false;
  const told = changes.filter((change) => !isOwnRequest(change.requestId));
  const all = missed;
  changes = [];
  missed = false;
  const me = session()?.user.id;
  tellChanged(new Set(told.filter((change) => change.actorId !== me).map((change) => change.subjectId)));
  void queryClient.invalidateQueries(all ? {} : { predicate: (query) => concerns(query, told) });
}

/** Whether an answer that is kept may be outdated by these changes. */
export function concerns(query: Pick<Query, 'queryKey' | 'state'>, told: readonly LiveChange[]): boolean {
  const [path, facts] = query.queryKey as [
    string[] | string | undefined,
    { input?: Record<string, unknown> }?,
  ];
  // Queries that are not of a procedure have names of their own.
  if (!Array.isArray(path) || !path[0]) return false;
  const types = depends.get(path.join('.')) ?? depends.get(path[0]);
  const relevant = told.filter((change) => types?.has(change.subjectType));
  if (relevant.length === 0 || query.state.data === undefined) return false;
  const asked = Object.values(facts?.input ?? {});
  const pages = (query.state.data as { pages?: unknown[] }).pages?.length ?? 0;
  // A list shows what is new too; the answer about one record only what it names.
  if (!asked.some(isId) && pages <= MANY_PAGES) return true;
  const shown = JSON.stringify(query.state.data);
  return relevant.some(({ subjectId, contactId, engagementId }) =>
    [subjectId, contactId, engagementId].some(
      (id) => id !== null && (asked.includes(id) || shown.includes(id)),
    ),
  );
}

const isId = (value: unknown): boolean =>
  typeof value === 'string' && /^[\da-f]{8}-[\da-f-]{27}$/i.test(value);
