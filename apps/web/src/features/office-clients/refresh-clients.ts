import { queryClient, trpc } from '../../trpc.ts';

/** Refetches whatever a change of a client may have touched. */
export async function refreshClients(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.officeClients.pathFilter()),
    queryClient.invalidateQueries(trpc.permanentDocuments.pathFilter()),
    queryClient.invalidateQueries(trpc.binders.pathFilter()),
    queryClient.invalidateQueries(trpc.charges.pathFilter()),
    queryClient.invalidateQueries({ queryKey: ['pick', 'office-clients'] }),
  ]);
}
