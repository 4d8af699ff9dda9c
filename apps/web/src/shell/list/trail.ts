import type { LinkProps } from '@tanstack/react-router';

interface Trail {
  rows: { id: string; to: LinkProps }[];
  offset: number;
}

// Outlives the list's page, so that a detail page knows its neighbours and going back finds the same place.
const trails = new Map<string, Trail>();

export function rememberRows(listId: string, rows: Trail['rows']): void {
  trails.set(listId, { rows, offset: trails.get(listId)?.offset ?? 0 });
}

export function rememberOffset(listId: string, offset: number): void {
  const trail = trails.get(listId);
  if (trail) trail.offset = offset;
}

export function offsetOf(listId: string): number {
  return trails.get(listId)?.offset ?? 0;
}

/** The records before and after one in the list that was last seen; none when it was opened otherwise. */
export function neighbours(
  listId: string,
  id: string,
): { previous?: LinkProps; next?: LinkProps; place?: string } {
  const rows = trails.get(listId)?.rows ?? [];
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0) return {};
  return { previous: rows[at - 1]?.to, next: rows[at + 1]?.to, place: `${at + 1} / ${rows.length}` };
}
