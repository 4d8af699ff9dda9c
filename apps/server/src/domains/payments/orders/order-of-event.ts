import { orders } from '@officina/db/schema/payments';
import { tenants } from '@officina/db/schema/tenancy';
import { and, eq, isNull, type SQL } from 'drizzle-orm';
import type { WriteCtx } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { inTenant } from '../../../kernel/in-tenant.ts';
import { crossTenant } from '../../../kernel/statement.ts';
import { tenantColumns, tenantOf } from '../../../kernel/tenant-row.ts';
import { idIn, type StripeEvent, textOf } from '../stripe-event.ts';
import type { OrderRow } from './order-row.ts';

/** An order, held until the transaction ends, and the context of its tenant. */
export interface HeldOrder {
  ctx: WriteCtx;
  order: OrderRow;
}

async function hold(ctx: WriteCtx, condition: SQL | undefined): Promise<HeldOrder | null> {
  const tx = await ctx.tx();
  const [found] = await tx
    .select({ order: orders, tenant: tenantColumns })
    .from(orders)
    .innerJoin(tenants, eq(tenants.id, orders.tenantId))
    .where(
      and(
        eq(orders.purchaseType, 'deposit'),
        condition,
        crossTenant('an event names the provider’s ids alone'),
      ),
    )
    .for('update', { of: orders });
  return found ? { ctx: inTenant(ctx, tenantOf(found.tenant)), order: found.order } : null;
}

/**
 * The deposit whose checkout an event tells of: `metadata.orderId` names it and the session is its own. `unmatched`
 * while the order does not know its session yet; null for everything else.
 */
export async function orderOfSession(
  ctx: WriteCtx,
  { object }: StripeEvent,
): Promise<HeldOrder | 'unmatched' | null> {
  const session = textOf(object, 'id');
  const orderId = textOf(object.metadata, 'orderId');
  if (!session || !orderId || !isUuid(orderId)) return null;
  const held = await hold(ctx, eq(orders.stripeSessionId, session));
  if (held) return held.order.id === orderId.toLowerCase() ? held : null;
  const tenantId = textOf(object.metadata, 'tenantId');
  if (!tenantId || !isUuid(tenantId)) return null;
  const waiting = await hold(
    ctx,
    and(eq(orders.tenantId, tenantId), eq(orders.id, orderId), isNull(orders.stripeSessionId)),
  );
  return waiting && 'unmatched';
}

/** The deposit whose payment a charge was; `unmatched` while no order is known to have been paid by it. */
export async function orderOfCharge(
  ctx: WriteCtx,
  { object }: StripeEvent,
): Promise<HeldOrder | 'unmatched' | null> {
  const intent = idIn(object, 'payment_intent');
  if (!intent) return null;
  return (await hold(ctx, eq(orders.stripePaymentIntentId, intent))) ?? 'unmatched';
}
