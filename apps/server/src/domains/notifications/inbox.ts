import {
  type InboxItem,
  type NotificationKind,
  type NotificationView,
  PORTAL_NOTICES,
} from '@officina/contracts/notifications';
import { inboxRead } from '@officina/contracts/notifications-inputs';
import { notifications } from '@officina/db/schema/messaging';
import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import { userIdOf } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { read } from '../../kernel/operation.ts';
import { prepared, preparedByShape } from '../../kernel/statement.ts';

const own = () =>
  and(
    eq(notifications.tenantId, sql.placeholder('tenantId')),
    eq(notifications.userId, sql.placeholder('userId')),
  );

const newest = preparedByShape(String, (db, unreadOnly: boolean) =>
  db
    .select()
    .from(notifications)
    .where(and(own(), unreadOnly ? isNull(notifications.readAt) : undefined))
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(sql.placeholder('limit'))
    .prepare('inbox'),
);

const unread = prepared((db) =>
  db
    .select({ unread: count() })
    .from(notifications)
    .where(and(own(), isNull(notifications.readAt)))
    .prepare('inbox_unread'),
);

/** How many of the caller's own are unread, all of them counted. */
export async function unreadOf(ctx: Ctx): Promise<number> {
  const [row] = await unread(ctx.db).execute({ tenantId: ctx.tenant.id, userId: userIdOf(ctx.actor) });
  return row?.unread ?? 0;
}

const isPortal = (kind: NotificationKind): kind is keyof typeof PORTAL_NOTICES => kind in PORTAL_NOTICES;

/** What programs are told of a notification that is none of the portal's. */
function wordsOf(item: NotificationView): { title: string; body: string } {
  switch (item.kind) {
    case 'task.assigned':
      return { title: 'Task assigned', body: item.params.title };
    case 'quote.answered':
      return { title: `Quote ${item.params.answer}`, body: item.params.number };
    case 'message.failed':
      return { title: 'Message not delivered', body: item.params.to };
    case 'subscription.payment_failed':
      return { title: 'Payment failed', body: item.params.plan };
    case 'training.inquiry':
      return { title: 'New inquiry', body: `${item.params.name}: ${item.params.program}` };
    case 'training.application':
      return { title: 'New application', body: `${item.params.name}: ${item.params.program}` };
    case 'training.alert':
      return { title: 'Alert', body: item.params.message };
    case 'webhook.disabled':
      return { title: 'Webhook switched off', body: item.params.url };
    default:
      return { title: item.params.title, body: item.params.body };
  }
}

type Row = typeof notifications.$inferSelect;

function present({ id, kind: type, params, readAt, createdAt }: Row): InboxItem {
  const kind = type as NotificationKind;
  // Kind and params were written together by `notify`, which holds them to one another.
  const { title, body } = wordsOf({ kind, params } as unknown as NotificationView);
  const about = isPortal(kind) ? params : null;
  return {
    id,
    type: kind,
    title,
    body,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
    entityType: about ? String(about.entityType) : null,
    entityId: about ? String(about.entityId) : null,
  };
}

/** The caller's newest, in words, with the number of all that are unread. */
export const readInbox = read({
  name: 'notifications.inbox',
  permission: 'member',
  input: inboxRead,
  async run(ctx, { limit, status }): Promise<{ items: InboxItem[]; unreadCount: number }> {
    const [rows, unreadCount] = await Promise.all([
      newest(ctx.db, status === 'unread').execute({
        tenantId: ctx.tenant.id,
        userId: userIdOf(ctx.actor),
        limit,
      }),
      unreadOf(ctx),
    ]);
    return { items: rows.map(present), unreadCount };
  },
});
