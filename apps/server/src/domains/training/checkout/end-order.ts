import { orders } from '@officina/db/schema/payments';
import { enrollmentOrders } from '@officina/db/schema/training';
import { and, eq } from 'drizzle-orm';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { moveApplications } from '../applications/move-applications.ts';
import { openOrders } from './open-orders.ts';

/**
 * Ends an order that nobody will pay, if it still waits: it is marked, and its application goes back to where it can be
 * paid anew, unless another order of the same application is open. Answers whether it waited.
 */
export async function endOrder(
  ctx: WriteCtx,
  orderId: string,
  status: 'expired' | 'failed',
  why: string,
): Promise<boolean> {
  const tx = await ctx.tx();
  const [ended] = await tx
    .update(orders)
    .set({ status, url: null, updatedAt: toDate(ctx.now) })
    .where(and(eq(orders.tenantId, ctx.tenant.id), eq(orders.id, orderId), eq(orders.status, 'pending')))
    .returning({ id: orders.id });
  if (!ended) return false;
  ctx.record({
    verb: `order.${status}`,
    subject: { type: 'order', id: orderId },
    before: { status: 'pending' },
    after: { status, why },
  });
  const [place] = await tx
    .select({ applicationId: enrollmentOrders.applicationId })
    .from(enrollmentOrders)
    .where(and(eq(enrollmentOrders.tenantId, ctx.tenant.id), eq(enrollmentOrders.orderId, orderId)));
  const applicationId = place?.applicationId;
  if (applicationId && !(await openOrders(tx, ctx.tenant.id, applicationId)).length)
    await moveApplications(ctx, [applicationId], ['payment_pending'], 'submitted', why);
  return true;
}
