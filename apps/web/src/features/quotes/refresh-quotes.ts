import { queryClient, trpc } from '../../trpc.ts';

/** Refetches whatever a change of a quote may have touched. */
export async function refreshQuotes(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.quotes.pathFilter()),
    queryClient.invalidateQueries(trpc.activities.pathFilter()),
  ]);
}
