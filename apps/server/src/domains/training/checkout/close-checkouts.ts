import { orders } from '@officina/db/schema/payments';
import { enrollmentOrders } from '@officina/db/schema/training';
import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../../kernel/context.ts';
import { unlessOver } from '../../payments/unless-over.ts';

/** Closes the provider's pages of an application that was ended, so that nobody pays for a place that they do not get. */
export async function closeCheckouts(ctx: Ctx, { applicationId }: Record<string, unknown>): Promise<void> {
  const { payments: provider } = ctx.services;
  if (provider.mode === 'off') return;
  const open = await ctx.db
    .select({ sessionId: orders.stripeSessionId })
    .from(enrollmentOrders)
    .innerJoin(
      orders,
      and(eq(orders.tenantId, enrollmentOrders.tenantId), eq(orders.id, enrollmentOrders.orderId)),
    )
    .where(
      and(
        eq(enrollmentOrders.tenantId, ctx.tenant.id),
        eq(orders.tenantId, ctx.tenant.id),
        eq(enrollmentOrders.applicationId, String(applicationId)),
        eq(orders.status, 'pending'),
      ),
    );
  for (const { sessionId } of open) if (sessionId) await unlessOver(() => provider.expireCheckout(sessionId));
}
