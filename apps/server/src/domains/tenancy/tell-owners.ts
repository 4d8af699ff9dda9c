import type { NotificationKind } from '@officina/contracts/notifications';
import { members } from '@officina/db/schema/tenancy';
import { and, eq, isNull } from 'drizzle-orm';
import type { WriteCtx } from '../../kernel/context.ts';
import type { TenantId } from '../../kernel/ids.ts';
import { type NewNotification, notify } from '../notifications/notify.ts';

/** Tells every owner of a tenant. */
export async function tellOwners<K extends NotificationKind>(
  ctx: WriteCtx,
  tenantId: TenantId,
  notification: Pick<NewNotification<K>, 'kind' | 'params' | 'link'>,
): Promise<void> {
  const tx = await ctx.tx();
  const owners = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.tenantId, tenantId), eq(members.role, 'owner'), isNull(members.removedAt)));
  for (const { userId } of owners) await notify(ctx, { ...notification, userId, as: { tenantId } });
}
