import type { ReceiptView } from '@officina/contracts/orders';
import { receiptRead } from '@officina/contracts/orders-inputs';
import { contacts } from '@officina/db/schema/contacts';
import { orders, payments } from '@officina/db/schema/payments';
import { serviceOrders } from '@officina/db/schema/portal-billing';
import { tenants } from '@officina/db/schema/tenancy';
import { and, eq, ne, sql } from 'drizzle-orm';
import { notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { inTenant } from '../../../kernel/in-tenant.ts';
import { read } from '../../../kernel/operation.ts';
import { crossTenant, prepared } from '../../../kernel/statement.ts';
import { tenantColumns, tenantOf } from '../../../kernel/tenant-row.ts';
import { findService } from '../../catalogue/load-service.ts';
import { presentService } from '../../catalogue/service-row.ts';
import { refundedMinor } from './list-orders.ts';
import { itsService } from './order-row.ts';
import { opensReceipt } from './receipt-token.ts';

const statement = prepared((db) =>
  db
    .select({
      order: orders,
      tenant: tenantColumns,
      slug: serviceOrders.serviceSlug,
      payer: { name: contacts.displayName, email: contacts.email },
      paidAt: payments.paidAt,
      refundedMinor,
    })
    .from(orders)
    .innerJoin(serviceOrders, itsService)
    .innerJoin(tenants, eq(tenants.id, orders.tenantId))
    .leftJoin(contacts, and(eq(contacts.tenantId, orders.tenantId), eq(contacts.id, orders.contactId)))
    .leftJoin(
      payments,
      and(
        eq(payments.tenantId, orders.tenantId),
        eq(payments.orderId, orders.id),
        ne(payments.purpose, 'refund'),
      ),
    )
    .where(
      and(
        eq(serviceOrders.orderId, sql.placeholder('id')),
        eq(serviceOrders.receiptToken, sql.placeholder('token')),
        crossTenant('the token that came with the link says whose order it is'),
      ),
    )
    .prepare('receipt'),
);

/** An order as its payer sees it, who has no account: the token of their link opens it. NOT_FOUND for any other. */
export const readReceipt = read({
  name: 'payments.receipt',
  permission: 'public',
  input: receiptRead,
  async run(ctx, { orderId: given, token }): Promise<ReceiptView> {
    const id = given.toLowerCase();
    // Judged before anything is looked up, so that the time it takes tells nothing of orders.
    const [row] =
      isUuid(id) && opensReceipt(ctx, id, token) ? await statement(ctx.db).execute({ id, token }) : [];
    if (!row) throw notFound('Order');
    const { order, slug, payer } = row;
    const service = await findService(inTenant(ctx, tenantOf(row.tenant)), slug);
    return {
      orderId: order.id,
      status: order.status,
      seller: row.tenant.name,
      serviceSlug: slug,
      serviceTitle: service ? presentService(service, 'en').title : slug,
      amountCents: order.amountMinor,
      currency: order.currency,
      refundedCents: row.refundedMinor,
      paymentId: order.stripePaymentIntentId,
      payer,
      paidAt: row.paidAt?.toISOString() ?? null,
      orderedAt: order.createdAt.toISOString(),
    };
  },
});
