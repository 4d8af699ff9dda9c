import { mutation, query, router } from '../../kernel/trpc.ts';
import { readInbox } from './inbox.ts';
import { markInbox } from './mark-inbox.ts';
import { markNotificationsRead } from './mark-read.ts';
import { countUnread, listNotifications } from './notification-reads.ts';

export const notificationsRouter = router({
  list: query(listNotifications),
  unreadCount: query(countUnread),
  markRead: mutation(markNotificationsRead),
  inbox: query(readInbox),
  mark: mutation(markInbox),
});
