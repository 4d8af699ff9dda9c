import { notifications } from '@officina/db/schema/messaging';
import { members } from '@officina/db/schema/tenancy';
import { and, eq, isNull } from 'drizzle-orm';
import { toDate } from '../../kernel/clock.ts';
import type { WriteCtx } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';

export interface NewNotification {
  userId: string;
  /** Names the sentence that the bell shows, e.g. `message.failed`; `params` fill it. */
  kind: string;
  params?: Record<string, string | number>;
  /** Path in the web app that it opens. */
  link?: string;
}

/** Tells one user of the tenant, in the operation's transaction. Who is no longer a member hears nothing. */
export async function notify(ctx: WriteCtx, { userId, kind, params, link }: NewNotification): Promise<void> {
  const tx = await ctx.tx();
  const [member] = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.tenantId, ctx.tenant.id), eq(members.userId, userId), isNull(members.removedAt)));
  if (!member) return;
  await tx.insert(notifications).values({
    tenantId: ctx.tenant.id,
    id: newId(),
    userId,
    kind,
    params: params ?? {},
    link,
    createdAt: toDate(ctx.now),
  });
}
