import { queryClient, trpc } from '../../trpc.ts';

/** Refetches whatever a change of an invoice may have touched. */
export async function refreshInvoices(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.invoices.pathFilter()),
    queryClient.invalidateQueries(trpc.activities.pathFilter()),
  ]);
}
