import { useSyncExternalStore } from 'react';

/** Reads a store outside of React and follows its changes; a page that the server draws reads it as it is there. */
export function useStore<T>(subscribe: (listener: () => void) => () => void, read: () => T): T {
  return useSyncExternalStore(subscribe, read, read);
}
