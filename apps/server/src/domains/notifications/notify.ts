import type { NotificationKind, NotificationParams } from '@officina/contracts/notifications';
import { notifications } from '@officina/db/schema/messaging';
import { members } from '@officina/db/schema/tenancy';
import { and, eq, isNull } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { ActsAs } from '../../kernel/journal.ts';

/** What one user is told: `params` are those of the sentence that `kind` names. */
export interface NewNotification<K extends NotificationKind = NotificationKind> {
  userId: string;
  kind: K;
  params: NotificationParams[K];
  /** Path in the web app that it opens. */
  link?: string;
  /** Whose user it is when a public request tells them. */
  as?: ActsAs;
}

/** Tells one user of the tenant, in the operation's transaction. Who is no longer a member hears nothing. */
export async function notify<K extends NotificationKind>(
  ctx: WriteCtx,
  { userId, kind, params, link, as }: NewNotification<K>,
): Promise<void> {
  const tenantId = as?.tenantId ?? ctx.tenant.id;
  const tx = await ctx.tx();
  const [member] = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.tenantId, tenantId), eq(members.userId, userId), isNull(members.removedAt)));
  if (!member) return;
  await tx.insert(notifications).values({
    tenantId,
    id: newId(),
    userId,
    kind,
    params: { ...params },
    link,
    createdAt: toDate(ctx.now),
  });
}
