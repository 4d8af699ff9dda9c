import type { LinkProps } from '@tanstack/react-router';
import type { OpenRow, RowBase } from './types.ts';

interface Step {
  id: string;
  to: LinkProps;
}

interface Trail {
  rows: readonly RowBase[];
  open: OpenRow<never>;
  /** Loads the rows that follow; null when these are all. */
  more: (() => Promise<unknown>) | null;
  offset: number;
}

/** Loads one page more: all rows there are then, and whether others follow. */
type More<Row> = () => Promise<{ rows: readonly Row[]; more: boolean }>;

// Outlives the list's page, so that a detail page knows its neighbours and going back finds the same place.
const trails = new Map<string, Trail>();

export function rememberRows<Row extends RowBase>(
  listId: string,
  rows: readonly Row[],
  open: OpenRow<Row>,
  more: More<Row> | null,
): void {
  const goOn =
    more &&
    (async () => {
      const next = await more();
      if (next.rows.length > rows.length) rememberRows(listId, next.rows, open, next.more ? more : null);
    });
  trails.set(listId, { rows, open, more: goOn, offset: trails.get(listId)?.offset ?? 0 });
}

export function rememberOffset(listId: string, offset: number): void {
  const trail = trails.get(listId);
  if (trail) trail.offset = offset;
}

export function offsetOf(listId: string): number {
  return trails.get(listId)?.offset ?? 0;
}

/** Records on each side of the one on the screen that are known again after a reload. */
const REACH = 50;
const keyOf = (listId: string) => `officina.trail.${listId}`;

interface Kept {
  steps: Step[];
  /** Records of the list before the first step. */
  before: number;
  total: string;
}

function keep(listId: string, steps: Kept): void {
  try {
    sessionStorage.setItem(keyOf(listId), JSON.stringify(steps));
  } catch {
    // Without storage the order is known until the page is left.
  }
}

function kept(listId: string): Kept | null {
  const text = sessionStorage.getItem(keyOf(listId));
  return text ? (JSON.parse(text) as Kept) : null;
}

export interface Neighbours {
  previous?: LinkProps;
  next?: LinkProps;
  /** Loads what follows the last record known; ask again afterwards. */
  more?: () => Promise<unknown>;
  place?: string;
}

/** The records before and after one in the list that was last seen; none when it was opened otherwise. */
export function neighbours(listId: string, id: string): Neighbours {
  const trail = trails.get(listId);
  const at = trail?.rows.findIndex((row) => row.id === id) ?? -1;
  if (trail && at >= 0) {
    const { rows, open, more } = trail;
    const first = Math.max(0, at - REACH);
    const steps = rows
      .slice(first, at + REACH + 1)
      .map((row) => ({ id: row.id, to: (open as OpenRow<RowBase>)(row) }));
    const total = `${rows.length}${more ? '+' : ''}`;
    keep(listId, { steps, before: first, total });
    const last = at === rows.length - 1;
    return { ...around(steps, at - first), place: `${at + 1} / ${total}`, ...(last && more && { more }) };
  }
  const before = trail ? null : kept(listId);
  const index = before?.steps.findIndex((step) => step.id === id) ?? -1;
  if (!before || index < 0) return {};
  return { ...around(before.steps, index), place: `${before.before + index + 1} / ${before.total}` };
}

const around = (steps: readonly Step[], at: number) => ({
  previous: steps[at - 1]?.to,
  next: steps[at + 1]?.to,
});
