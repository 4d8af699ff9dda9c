import { orders } from '@officina/db/schema/payments';
import { serviceOrders } from '@officina/db/schema/portal-billing';
import { and, eq } from 'drizzle-orm';

export type OrderRow = typeof orders.$inferSelect;

/** The service that an order pays the deposit of. */
export const itsService = and(
  eq(serviceOrders.tenantId, orders.tenantId),
  eq(serviceOrders.orderId, orders.id),
);
