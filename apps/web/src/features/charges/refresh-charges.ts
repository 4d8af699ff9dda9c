import { queryClient, trpc } from '../../trpc.ts';

/** Refetches whatever a change of a charge may have touched: unpaid ones are signals of binders and clients. */
export async function refreshCharges(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.charges.pathFilter()),
    queryClient.invalidateQueries(trpc.officeClients.pathFilter()),
    queryClient.invalidateQueries(trpc.binders.pathFilter()),
  ]);
}
