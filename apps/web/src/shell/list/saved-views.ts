import { useQuery, useQueryClient } from '@tanstack/react-query';

/** A list's address under a name. */
export interface SavedView {
  id: string;
  name: string;
  search: Record<string, string>;
  shared: boolean;
}

/** Where saved views live: this browser, or the server for all devices and colleagues. */
export interface ViewStorage {
  /** Whether a view can be offered to colleagues. */
  canShare: boolean;
  list: (listId: string) => Promise<SavedView[]>;
  save: (listId: string, view: SavedView) => Promise<unknown>;
  remove: (listId: string, id: string) => Promise<unknown>;
}

const keyOf = (listId: string) => `officina.views.${listId}`;
const read = (listId: string) => JSON.parse(localStorage.getItem(keyOf(listId)) ?? '[]') as SavedView[];
const write = (listId: string, views: SavedView[]) =>
  localStorage.setItem(keyOf(listId), JSON.stringify(views));

const inBrowser: ViewStorage = {
  canShare: false,
  list: async (listId) => read(listId),
  save: async (listId, view) =>
    write(listId, [...read(listId).filter((other) => other.id !== view.id), view]),
  remove: async (listId, id) =>
    write(
      listId,
      read(listId).filter((view) => view.id !== id),
    ),
};

let storage: ViewStorage = inBrowser;

/** Puts the views elsewhere; called once at start. */
export function setViewStorage(next: ViewStorage): void {
  storage = next;
}

/** The saved views of a list. */
export function useSavedViews(listId: string) {
  const client = useQueryClient();
  const queryKey = ['views', listId];
  const views = useQuery({ queryKey, queryFn: () => storage.list(listId), staleTime: 60_000 });
  const after = (done: Promise<unknown>) => done.then(() => client.invalidateQueries({ queryKey }));
  return {
    views: views.data ?? [],
    canShare: storage.canShare,
    save: (name: string, search: Record<string, string>, shared = false) =>
      after(storage.save(listId, { id: crypto.randomUUID(), name, search, shared })),
    remove: (id: string) => after(storage.remove(listId, id)),
  };
}
