import { orders } from '@officina/db/schema/payments';
import { enrollmentOrders } from '@officina/db/schema/training';
import { and, eq } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import { type StripeEvent, textOf } from '../../payments/stripe-event.ts';

export interface FoundOrder {
  id: string;
  tenantId: string;
  userId: string;
}

/** The order for a place whose hosted page an event is about. */
export async function findOrder(ctx: WriteCtx, { object }: StripeEvent): Promise<FoundOrder | null> {
  const sessionId = textOf(object, 'id');
  if (!sessionId) return null;
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ id: orders.id, tenantId: orders.tenantId, userId: orders.userId })
    .from(orders)
    .where(
      and(
        crossTenant('an event of the payment provider names no tenant'),
        eq(orders.stripeSessionId, sessionId),
        eq(orders.purchaseType, 'enrollment'),
      ),
    );
  return row?.userId ? { ...row, userId: row.userId } : null;
}

/** The order with what was agreed, held until the transaction ends. */
export async function lockOrder(ctx: WriteCtx, id: string) {
  const tx = await ctx.tx();
  const [row] = await tx
    .select({ order: orders, place: enrollmentOrders })
    .from(orders)
    .innerJoin(
      enrollmentOrders,
      and(eq(enrollmentOrders.tenantId, orders.tenantId), eq(enrollmentOrders.orderId, orders.id)),
    )
    .where(
      and(
        eq(orders.tenantId, ctx.tenant.id),
        eq(enrollmentOrders.tenantId, ctx.tenant.id),
        eq(orders.id, id),
      ),
    )
    .for('update', { of: orders });
  if (!row) throw new Error('an order that was found is gone');
  return row;
}
