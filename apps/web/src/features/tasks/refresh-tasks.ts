import { queryClient, trpc } from '../../trpc.ts';

/** Refetches whatever a change of a task may have touched. */
export async function refreshTasks(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(trpc.tasks.pathFilter()),
    queryClient.invalidateQueries(trpc.contacts.get.pathFilter()),
  ]);
}
