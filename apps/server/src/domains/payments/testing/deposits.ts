import { orders } from '@officina/db/schema/payments';
import { serviceOrders } from '@officina/db/schema/portal-billing';
import { and, eq } from 'drizzle-orm';
import { createWorld, type World } from '../../../testing/harness.ts';
import { stripeEvent, stripeId } from '../../../testing/stripe.ts';
import { addDemoServices } from '../../catalogue/demo-services/add-demo-services.ts';
import { listOrders } from '../orders/list-orders.ts';
import { startCheckout } from '../orders/start-checkout.ts';

/** A consultancy that sells the demo's services. */
export async function shopWorld(): Promise<World> {
  const world = await createWorld('admin', { locale: 'en-GB', modules: ['portal'] });
  await addDemoServices(world.server.services.client.db, world.tenant.id);
  return world;
}

/** An order as staff see it. */
export async function orderOf(world: World, id: string) {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listOrders(world.ctx, { limit: 100, cursor });
    const found = page.items.find((order) => order.id === id);
    if (found) return found;
    cursor = page.nextCursor;
  }
  throw new Error('no such order');
}

const DEPOSIT = 250_000;
const SLUG = 'delivery-rescue';

/** A visitor's order of a deposit, and the events that the provider may tell of it. */
export async function orderDeposit(world: World) {
  const { redirectUrl } = await startCheckout(world.ctx, { serviceSlug: SLUG });
  const [session = ''] = /cs_test_\w+/.exec(redirectUrl) ?? [];
  const [placed] = await world.server.services.client.db
    .select()
    .from(orders)
    .where(and(eq(orders.tenantId, world.tenant.id), eq(orders.stripeSessionId, session)));
  if (!placed) throw new Error('no order was placed');
  return { redirectUrl, ...eventsOf(world, placed.id, session) };
}

/** As `orderDeposit`, of an order whose checkout no provider knows. */
export async function insertDeposit(world: World, serviceSlug = SLUG) {
  const { db } = world.server.services.client;
  const session = stripeId('cs');
  const tenantId = world.tenant.id;
  const [placed] = await db
    .insert(orders)
    .values({
      tenantId,
      purchaseType: 'deposit',
      amountMinor: DEPOSIT,
      currency: 'EUR',
      stripeSessionId: session,
    })
    .returning();
  if (!placed) throw new Error('no order was placed');
  await db.insert(serviceOrders).values({ tenantId, orderId: placed.id, serviceSlug, receiptToken: 'x' });
  return eventsOf(world, placed.id, session);
}

function eventsOf(world: World, id: string, session: string) {
  const intent = stripeId('pi');
  const checkout = (type: string, more: object = {}, at: { created?: number } = {}) =>
    stripeEvent(
      world,
      `checkout.session.${type}`,
      {
        id: session,
        object: 'checkout.session',
        payment_status: 'paid',
        payment_intent: intent,
        amount_total: DEPOSIT,
        currency: 'eur',
        customer_details: { email: 'Ada@Lovelace.example', name: 'Ada Lovelace' },
        metadata: { orderId: id, serviceSlug: SLUG, tenantId: world.tenant.id },
        ...more,
      },
      at,
    );
  const refund = (amountRefunded: number) =>
    stripeEvent(world, 'charge.refunded', {
      id: stripeId('ch'),
      object: 'charge',
      payment_intent: intent,
      amount: DEPOSIT,
      amount_refunded: amountRefunded,
      refunded: amountRefunded >= DEPOSIT,
    });
  return { id, session, intent, checkout, refund };
}
export type Deposit = ReturnType<typeof eventsOf>;
