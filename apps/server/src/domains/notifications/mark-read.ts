import { notificationMarkRead } from '@officina/contracts/notifications-inputs';
import { notifications } from '@officina/db/schema/messaging';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { userIdOf } from '../../kernel/actor.ts';
import { toDate } from '../../kernel/clock.ts';
import { write } from '../../kernel/operation.ts';

/** Marks the caller's own notifications as read, all of them when none is named; others' are left alone. */
export const markNotificationsRead = write({
  name: 'notifications.markRead',
  permission: 'member',
  input: notificationMarkRead,
  async run(ctx, { ids }): Promise<{ marked: number }> {
    const userId = userIdOf(ctx.actor);
    if (!userId) return { marked: 0 };
    // One statement, and nothing of the business changes: no transaction, no journal entry.
    const marked = await ctx.db
      .update(notifications)
      .set({ readAt: toDate(ctx.now) })
      .where(
        and(
          eq(notifications.tenantId, ctx.tenant.id),
          eq(notifications.userId, userId),
          isNull(notifications.readAt),
          ids && inArray(notifications.id, ids),
        ),
      )
      .returning({ id: notifications.id });
    return { marked: marked.length };
  },
});
