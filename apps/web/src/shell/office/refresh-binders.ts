import { queryClient, trpc } from '../../trpc.ts';

/** Refetches whatever a change of a binder may have touched. */
export async function refreshBinders(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.binders.pathFilter()),
    queryClient.invalidateQueries(trpc.officeClients.pathFilter()),
    queryClient.invalidateQueries(trpc.search.pathFilter()),
  ]);
}
