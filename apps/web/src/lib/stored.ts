import { useSyncExternalStore } from 'react';

/** A value of this browser: kept in localStorage, shared by all components and by the other tabs of the app. */
export interface Stored<T> {
  get: () => T;
  set: (value: T) => void;
  subscribe: (listener: () => void) => () => void;
}

/** Storage may be refused (private windows, full disk); the value then lives as long as the page. */
export function stored<T>(key: string, initial: T): Stored<T> {
  const listeners = new Set<() => void>();
  let value = read(key, initial);
  const tell = () => {
    for (const listener of listeners) listener();
  };
  window.addEventListener('storage', (event) => {
    if (event.key !== key) return;
    value = read(key, initial);
    tell();
  });
  return {
    get: () => value,
    set(next) {
      value = next;
      try {
        localStorage.setItem(key, typeof next === 'string' ? next : JSON.stringify(next));
      } catch {}
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read<T>(key: string, initial: T): T {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return initial;
    return (typeof initial === 'string' ? text : JSON.parse(text)) as T;
  } catch {
    return initial;
  }
}

/** Reads a stored value and follows its changes. */
export function useStored<T>(store: Stored<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}
