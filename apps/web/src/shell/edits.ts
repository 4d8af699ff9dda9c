import type { Edited } from '../lib/form/conflict.ts';
import { can } from '../lib/session.ts';
import { api } from '../trpc.ts';

const MOST_NAMES = 5;

interface Versioned {
  id?: string;
  version: number;
}

/**
 * The record that a form edits, with who changed it meanwhile from its journal: `edits: editsOf(contact, read, valuesOf)`.
 * `id` is what the journal calls the record, where the view does not.
 */
export function editsOf<R extends Versioned, V>(
  record: R,
  read: () => Promise<R>,
  valuesOf: (record: R) => V,
  id: string = record.id ?? '',
): Edited<V> {
  return {
    id,
    version: record.version,
    async latest(version) {
      const now = await read();
      const count = Math.min(MOST_NAMES, now.version - version);
      const changes = count > 0 ? await lastChanges(id, count) : [];
      const names = changes.map(({ user }) => user?.name ?? '').filter(Boolean);
      return {
        version: now.version,
        values: valuesOf(now),
        by: [...new Set(names)],
        at: changes[0]?.at ?? null,
      };
    },
  };
}

/** Whoever may not read it learns that it was changed, but not by whom. */
async function lastChanges(recordId: string, limit: number) {
  if (!can('activities.read')) return [];
  return api.activities.history.query({ recordId, limit }).then(
    ({ items }) => items,
    () => [],
  );
}
