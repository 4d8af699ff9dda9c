import { queryClient, trpc } from '../../trpc.ts';

/** Refetches whatever a change in the portal may have touched: its records are shown on each other's pages. */
export async function refreshPortal(): Promise<void> {
  await Promise.all(
    [
      trpc.engagements,
      trpc.changeRequests,
      trpc.scopes,
      trpc.documents,
      trpc.edits,
      trpc.inquiries,
      trpc.billing,
      trpc.payments,
      trpc.dashboard,
      trpc.notifications,
    ].map((part) => queryClient.invalidateQueries(part.pathFilter())),
  );
}
