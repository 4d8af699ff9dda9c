import type { NotificationView } from '@officina/contracts/notifications';
import { UNREAD_CAP } from '@officina/contracts/notifications';
import { notificationList } from '@officina/contracts/notifications-inputs';
import type { Page } from '@officina/contracts/paging';
import { notifications } from '@officina/db/schema/messaging';
import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { userIdOf } from '../../kernel/actor.ts';
import { decodeCursor, isMoment, pageOf } from '../../kernel/keyset.ts';
import { read } from '../../kernel/operation.ts';
import { prepared, preparedByShape } from '../../kernel/statement.ts';

type Row = typeof notifications.$inferSelect;

const own = () =>
  and(
    eq(notifications.tenantId, sql.placeholder('tenantId')),
    eq(notifications.userId, sql.placeholder('userId')),
  );

interface Shape {
  unreadOnly: boolean;
  after: boolean;
}

const listStatement = preparedByShape(JSON.stringify, (db, { unreadOnly, after }: Shape) => {
  const cursor = sql`(${sql.placeholder('cursorAt')}::timestamptz, ${sql.placeholder('cursorId')}::uuid)`;
  return db
    .select()
    .from(notifications)
    .where(
      and(
        own(),
        unreadOnly ? isNull(notifications.readAt) : undefined,
        after ? sql`(${notifications.createdAt}, ${notifications.id}) < ${cursor}` : undefined,
      ),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(sql.placeholder('limit'))
    .prepare('notification_list');
});

// Kind and params were written together by `notify`, which holds them to one another.
const present = ({ id, kind, params, link, readAt, createdAt }: Row) =>
  ({
    id,
    kind,
    params,
    link,
    readAt: readAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }) as unknown as NotificationView;

/** The caller's own, newest first. */
export const listNotifications = read({
  name: 'notifications.list',
  permission: 'member',
  input: notificationList,
  async run(ctx, { limit, cursor, unreadOnly }): Promise<Page<NotificationView>> {
    const after = decodeCursor(cursor, isMoment);
    const rows = await listStatement(ctx.db, { unreadOnly, after: after !== null }).execute({
      tenantId: ctx.tenant.id,
      userId: userIdOf(ctx.actor),
      limit: limit + 1,
      ...(after && { cursorAt: after.value, cursorId: after.id }),
    });
    return pageOf(rows, limit, (row) => ({ value: row.createdAt.toISOString(), id: row.id }), present);
  },
});

const unreadStatement = prepared((db) => {
  const bounded = db
    .select({ one: sql`1` })
    .from(notifications)
    .where(and(own(), isNull(notifications.readAt)))
    .limit(UNREAD_CAP + 1)
    .as('bounded');
  return db.select({ unread: count() }).from(bounded).prepare('notification_unread');
});

/** What the bell shows; one above `UNREAD_CAP` means "and more". */
export const countUnread = read({
  name: 'notifications.unreadCount',
  permission: 'member',
  input: z.object({}),
  async run(ctx): Promise<{ unread: number }> {
    const [row] = await unreadStatement(ctx.db).execute({
      tenantId: ctx.tenant.id,
      userId: userIdOf(ctx.actor),
    });
    return { unread: row?.unread ?? 0 };
  },
});
