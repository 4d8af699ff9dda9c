import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';

interface Row {
  id: string;
}
interface PageOf<T> {
  items: T[];
}

/** Rewrites the rows of every cached page under `key` (`trpc.x.list.pathKey()`) and returns how to put them back. */
function rewrite<T extends Row>(client: QueryClient, key: QueryKey, change: (rows: T[]) => T[]): () => void {
  void client.cancelQueries({ queryKey: key });
  const before = client.getQueriesData<InfiniteData<PageOf<T>>>({ queryKey: key });
  for (const [queryKey, data] of before) {
    if (!data?.pages) continue;
    const pages = data.pages.map((page) => ({ ...page, items: change(page.items) }));
    client.setQueryData(queryKey, { ...data, pages });
  }
  return () => {
    for (const [queryKey, data] of before) client.setQueryData(queryKey, data);
  };
}

/** Shows a row changed in every list that holds it, before the server has answered. */
export function patchInLists<T extends Row>(
  client: QueryClient,
  key: QueryKey,
  id: string,
  patch: Partial<T>,
): () => void {
  return rewrite<T>(client, key, (rows) => rows.map((row) => (row.id === id ? { ...row, ...patch } : row)));
}

/** Takes a row out of every list, before the server has answered. */
export function removeFromLists(client: QueryClient, key: QueryKey, id: string): () => void {
  return rewrite(client, key, (rows) => rows.filter((row) => row.id !== id));
}
