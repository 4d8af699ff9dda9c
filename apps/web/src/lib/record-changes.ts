import { useEffect, useRef, useState } from 'react';

/** How long a row stays marked. */
const FRESH_MS = 4000;

const changedAt = new Map<string, number>();
const listeners = new Map<string, Set<() => void>>();

const isFresh = (id: string): boolean => Date.now() - (changedAt.get(id) ?? 0) < FRESH_MS;

/** Says that colleagues have just changed these records. */
export function tellChanged(ids: Iterable<string>): void {
  for (const id of changedAt.keys()) if (!isFresh(id)) changedAt.delete(id);
  for (const id of ids) {
    changedAt.set(id, Date.now());
    for (const listener of listeners.get(id) ?? []) listener();
  }
}

/** Calls `onChange` when a colleague has changed the record; nobody listens without an id. */
export function useRecordChange(id: string | undefined, onChange: () => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    if (!id) return;
    const listener = () => latest.current();
    const known = listeners.get(id) ?? new Set();
    listeners.set(id, known.add(listener));
    return () => {
      known.delete(listener);
      if (known.size === 0) listeners.delete(id);
    };
  }, [id]);
}

/** Whether to mark the record as one that a colleague changed a moment ago. */
export function useChangeMark(id: string): boolean {
  const [marked, setMarked] = useState(() => isFresh(id));
  useRecordChange(id, () => setMarked(true));
  useEffect(() => {
    if (!marked) return;
    const timer = setTimeout(() => setMarked(false), FRESH_MS);
    return () => clearTimeout(timer);
  }, [marked]);
  return marked;
}
