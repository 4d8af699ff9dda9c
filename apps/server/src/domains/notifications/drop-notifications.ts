import { notifications } from '@officina/db/schema/messaging';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';

/** Forgets what somebody was told here, when that concerns them no more. */
export async function dropNotifications(ctx: WriteCtx, userId: string): Promise<void> {
  const tx = await ctx.tx();
  await tx
    .delete(notifications)
    .where(and(eq(notifications.tenantId, ctx.tenant.id), eq(notifications.userId, userId)));
}
