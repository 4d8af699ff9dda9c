import { orders } from '@officina/db/schema/payments';
import { serviceOrders } from '@officina/db/schema/portal-billing';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import type { ServiceRow } from '../../catalogue/service-row.ts';
import { receiptToken } from './receipt-token.ts';

export interface PlacedOrder {
  id: string;
  amountMinor: number;
  currency: string;
}

/** Keeps a visitor's order of a service's deposit; what the provider calls it comes later. */
export async function placeOrder(
  ctx: WriteCtx,
  service: ServiceRow,
  amountMinor: number,
): Promise<PlacedOrder> {
  const tenantId = ctx.tenant.id;
  const id = newId();
  const now = toDate(ctx.now);
  const { currency, slug } = service;
  const tx = await ctx.tx();
  await tx.insert(orders).values({
    ...{ tenantId, id, amountMinor, currency, createdAt: now, updatedAt: now },
    purchaseType: 'deposit',
  });
  await tx.insert(serviceOrders).values({
    ...{ tenantId, orderId: id, serviceId: service.id, serviceSlug: slug },
    receiptToken: receiptToken(ctx, id),
  });
  ctx.record({
    verb: 'order.placed',
    subject: { type: 'order', id },
    after: { serviceSlug: slug, amountMinor, currency },
  });
  return { id, amountMinor, currency };
}
