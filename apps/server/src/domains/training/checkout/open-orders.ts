import type { Executor } from '@officina/db/client';
import { orders } from '@officina/db/schema/payments';
import { enrollmentOrders } from '@officina/db/schema/training';
import { and, eq } from 'drizzle-orm';
import type { TenantId } from '../../../kernel/ids.ts';

/** The orders of an application that still wait to be paid, each with its page at the provider. */
export const openOrders = (db: Executor, tenantId: TenantId, applicationId: string) =>
  db
    .select({ sessionId: orders.stripeSessionId })
    .from(enrollmentOrders)
    .innerJoin(
      orders,
      and(eq(orders.tenantId, enrollmentOrders.tenantId), eq(orders.id, enrollmentOrders.orderId)),
    )
    .where(
      and(
        eq(enrollmentOrders.tenantId, tenantId),
        eq(orders.tenantId, tenantId),
        eq(enrollmentOrders.applicationId, applicationId),
        eq(orders.status, 'pending'),
      ),
    );
