import type { OrderView } from '@officina/contracts/orders';
import { orderList } from '@officina/contracts/orders-inputs';
import type { Page } from '@officina/contracts/paging';
import { contacts } from '@officina/db/schema/contacts';
import { orders } from '@officina/db/schema/payments';
import { serviceOrders } from '@officina/db/schema/portal-billing';
import { and, desc, eq, sql } from 'drizzle-orm';
import { decodeCursor, isMoment, pageOf } from '../../../kernel/keyset.ts';
import { read } from '../../../kernel/operation.ts';
import { preparedByShape } from '../../../kernel/statement.ts';
import { itsService, type OrderRow } from './order-row.ts';

const received = sql<OrderView['payments']>`(select coalesce(json_agg(json_build_object('id', p.id,
    'status', p.status, 'amountCents', p.amount_minor, 'currency', p.currency, 'stripeEventId', p.stripe_event_id)
    order by p.created_at, p.id), '[]')
  from payments p where p.tenant_id = orders.tenant_id and p.order_id = orders.id and p.purpose <> 'refund')`;

/** What was given back of an order, in minor units. */
export const refundedMinor = sql<number>`(select coalesce(-sum(p.amount_minor), 0)::float8
  from payments p where p.tenant_id = orders.tenant_id and p.order_id = orders.id and p.purpose = 'refund')`;

interface Shape {
  status: boolean;
  after: boolean;
}

const statement = preparedByShape(JSON.stringify, (db, { status, after }: Shape) => {
  const cursor = sql`(${sql.placeholder('cursorAt')}::timestamptz, ${sql.placeholder('cursorId')}::uuid)`;
  return db
    .select({
      order: orders,
      service: { slug: serviceOrders.serviceSlug, token: serviceOrders.receiptToken },
      customer: { id: contacts.id, name: contacts.displayName, email: contacts.email },
      received,
      refundedMinor,
    })
    .from(orders)
    .innerJoin(serviceOrders, itsService)
    .leftJoin(contacts, and(eq(contacts.tenantId, orders.tenantId), eq(contacts.id, orders.contactId)))
    .where(
      and(
        eq(orders.tenantId, sql.placeholder('tenantId')),
        status ? eq(orders.status, sql.placeholder('status')) : undefined,
        after ? sql`(${orders.createdAt}, ${orders.id}) < ${cursor}` : undefined,
      ),
    )
    .orderBy(desc(orders.createdAt), desc(orders.id))
    .limit(sql.placeholder('limit'))
    .prepare('service_orders');
});

interface Row {
  order: OrderRow;
  service: { slug: string; token: string };
  customer: OrderView['customer'];
  received: OrderView['payments'];
  refundedMinor: number;
}

const present = ({
  order,
  service,
  customer,
  received: payments,
  refundedMinor: refunded,
}: Row): OrderView => ({
  id: order.id,
  status: order.status,
  serviceSlug: service.slug,
  amountCents: order.amountMinor,
  currency: order.currency,
  stripeSessionId: order.stripeSessionId,
  stripePaymentIntentId: order.stripePaymentIntentId,
  customer,
  payments,
  refundedCents: refunded,
  receiptPath: `/receipt/${order.id}?token=${service.token}`,
  createdAt: order.createdAt.toISOString(),
});

/** Deposits that were ordered, newest first. */
export const listOrders = read({
  name: 'payments.orders',
  permission: 'portal.orders.read',
  input: orderList,
  async run(ctx, { limit, cursor, status }): Promise<Page<OrderView>> {
    const after = decodeCursor(cursor, isMoment);
    const rows = await statement(ctx.db, { status: status !== undefined, after: after !== null }).execute({
      tenantId: ctx.tenant.id,
      limit: limit + 1,
      status,
      ...(after && { cursorAt: after.value, cursorId: after.id }),
    });
    return pageOf(
      rows,
      limit,
      ({ order }) => ({ value: order.createdAt.toISOString(), id: order.id }),
      present,
    );
  },
});
