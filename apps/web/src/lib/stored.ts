import { useStore } from './use-store.ts';

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
  if (!import.meta.env.SSR) {
    window.addEventListener('storage', (event) => {
      if (event.key !== key) return;
      value = read(key, initial);
      tell();
    });
  }
  return {
    get: () => value,
    set(next) {
      value = next;
      write(key, next);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function write(key: string, value: unknown): void {
  if (import.meta.env.SSR) return;
  try {
    localStorage.setItem(key, typeof value === 'string' ? value : JSON.stringify(value));
  } catch {}
}

function read<T>(key: string, initial: T): T {
  if (import.meta.env.SSR) return initial;
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
  return useStore(store.subscribe, store.get);
}
