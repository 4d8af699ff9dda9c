import type { SearchResults } from '@officina/contracts/search';
import { queryClient, trpc } from '../trpc.ts';

/** What a text names, of every kind: one request, however many domains ask the palette's question. */
export function findRecords(text: string): Promise<SearchResults> {
  return queryClient.fetchQuery({ ...trpc.search.records.queryOptions({ q: text }), staleTime: 30_000 });
}
