import { queryClient, trpc } from '../../trpc.ts';

/** Refetches whatever a change of a vehicle may have touched. */
export async function refreshVehicles(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.vehicles.pathFilter()),
    queryClient.invalidateQueries(trpc.contacts.get.pathFilter()),
    queryClient.invalidateQueries(trpc.activities.pathFilter()),
  ]);
}
