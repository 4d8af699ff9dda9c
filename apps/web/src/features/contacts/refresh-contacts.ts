import { queryClient, trpc } from '../../trpc.ts';

/** Refetches whatever a change of a contact may have touched. */
export async function refreshContacts(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.contacts.pathFilter()),
    queryClient.invalidateQueries(trpc.activities.pathFilter()),
  ]);
}
