import { inboxMark } from '@officina/contracts/notifications-inputs';
import { AppError } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { write } from '../../kernel/operation.ts';
import { unreadOf } from './inbox.ts';
import { markNotificationsRead } from './mark-read.ts';

/** Marks the caller's own, all or those named; ids of others and of nothing are passed over. BAD_REQUEST for neither. */
export const markInbox = write({
  name: 'notifications.mark',
  permission: 'member',
  input: inboxMark,
  async run(ctx, { ids = [], markAll = false }): Promise<{ unreadCount: number }> {
    if (!markAll && !ids.length) throw new AppError('BAD_REQUEST', 'No targets');
    const known = ids.filter(isUuid);
    if (markAll) await markNotificationsRead(ctx, {});
    else if (known.length) await markNotificationsRead(ctx, { ids: known });
    return { unreadCount: await unreadOf(ctx) };
  },
});
