import { UNREAD_CAP } from '@officina/contracts/notifications';
import { useQuery } from '@tanstack/react-query';
import { queryClient, trpc } from '../../trpc.ts';

const EVERY = 60_000;

/** How many notifications wait, asked each minute and whenever the window comes back; "99+" above the cap. */
export function useUnread(): { count: number; label: string } {
  const { data } = useQuery(
    trpc.notifications.unreadCount.queryOptions(
      {},
      { refetchInterval: EVERY, refetchOnWindowFocus: 'always' },
    ),
  );
  const count = data?.unread ?? 0;
  return { count, label: count > UNREAD_CAP ? `${UNREAD_CAP}+` : String(count) };
}

export function refreshNotifications() {
  return queryClient.invalidateQueries({ queryKey: trpc.notifications.pathKey() });
}
