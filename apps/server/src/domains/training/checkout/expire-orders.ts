import { orders } from '@officina/db/schema/payments';
import { and, eq, lt } from 'drizzle-orm';
import { z } from 'zod';
import { toDate } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { write } from '../../../kernel/operation.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import { inTenantOf } from '../billing/find-enrollment.ts';
import { endOrder } from './end-order.ts';
import { OPEN_HOURS } from './take-order.ts';

const expire = write({
  name: 'training.expireOrder',
  permission: 'system',
  input: z.object({ tenantId: z.uuid(), orderId: z.uuid() }),
  async run(ctx, { tenantId, orderId }): Promise<void> {
    await endOrder(await inTenantOf(ctx, tenantId), orderId, 'expired', 'nobody paid in time');
  },
});

/** The hourly task: ends the orders for places whose page has closed without an event of it reaching us. */
export async function expireOrders(ctx: Ctx): Promise<void> {
  const due = await ctx.db
    .select({ orderId: orders.id, tenantId: orders.tenantId })
    .from(orders)
    .where(
      and(
        crossTenant('the schedule goes through all tenants'),
        eq(orders.purchaseType, 'enrollment'),
        eq(orders.status, 'pending'),
        lt(orders.createdAt, toDate(ctx.now.subtract({ hours: OPEN_HOURS }))),
      ),
    );
  for (const order of due) await expire(ctx, order);
}
