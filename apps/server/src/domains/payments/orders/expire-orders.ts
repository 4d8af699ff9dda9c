import { orders } from '@officina/db/schema/payments';
import { and, eq, lt } from 'drizzle-orm';
import { z } from 'zod';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import type { TenantId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/operation.ts';
import { crossTenant } from '../../../kernel/statement.ts';

/** As long as the provider keeps a checkout open. */
const OPEN_HOURS = 24;

/** Gives up deposits that nobody has paid for a day. Money that comes later still makes them paid. */
const expirePending = write({
  name: 'payments.expireOrders',
  permission: 'system',
  input: z.object({}),
  async run(ctx): Promise<void> {
    const tx = await ctx.tx();
    const expired = await tx
      .update(orders)
      .set({ status: 'expired', updatedAt: toDate(ctx.now) })
      .where(
        and(
          eq(orders.status, 'pending'),
          eq(orders.purchaseType, 'deposit'),
          lt(orders.createdAt, toDate(ctx.now.subtract({ hours: OPEN_HOURS }))),
          crossTenant('orders of all tenants end alike'),
        ),
      )
      .returning({ id: orders.id, tenantId: orders.tenantId });
    for (const { id, tenantId } of expired)
      ctx.record({
        verb: 'order.expired',
        subject: { type: 'order', id },
        before: { status: 'pending' },
        after: { status: 'expired' },
        as: { tenantId: tenantId as TenantId },
      });
  },
});

/** The scheduled task. */
export const expireOrders = (ctx: Ctx): Promise<void> => expirePending(ctx, {});
