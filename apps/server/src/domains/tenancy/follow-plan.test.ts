import { createTenant } from '@officina/db/factories';
import { notifications } from '@officina/db/schema/messaging';
import { tenants } from '@officina/db/schema/tenancy';
import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { TenantId } from '../../kernel/ids.ts';
import { createWorld, type World } from '../../testing/harness.ts';
import { deliver, stripeEvent, stripeId } from '../../testing/stripe.ts';
import { receiveStripeEvent } from '../payments/receive-stripe-event.ts';

const T = 1_768_470_000;

/** The events of one tenant's subscription, with which its customer is found out. */
function billing(world: World, customer = stripeId('cus'), id = stripeId('sub')) {
  const metadata = { tenant_id: world.tenant.id };
  const subscription = (type: string, at: number, status: string, price: string) =>
    stripeEvent(
      world,
      `customer.subscription.${type}`,
      { id, object: 'subscription', customer, status, metadata, items: { data: [{ price: { id: price } }] } },
      { created: T + at },
    );
  return {
    customer,
    id,
    subscription,
    checkout: (at: number) =>
      stripeEvent(
        world,
        'checkout.session.completed',
        {
          id: stripeId('cs'),
          object: 'checkout.session',
          mode: 'subscription',
          customer,
          subscription: id,
          metadata,
        },
        { created: T + at },
      ),
    failedInvoice: (at: number) =>
      stripeEvent(
        world,
        'invoice.payment_failed',
        {
          id: stripeId('in'),
          object: 'invoice',
          customer,
          parent: { type: 'subscription_details', subscription_details: { subscription: id, metadata: {} } },
        },
        { created: T + at },
      ),
  };
}
async function stateOf({ tenant, server }: World) {
  const [row] = await server.services.client.db
    .select({
      plan: tenants.plan,
      customer: tenants.stripeCustomerId,
      subscription: tenants.stripeSubscriptionId,
    })
    .from(tenants)
    .where(eq(tenants.id, tenant.id));
  return row;
}
async function deliverAll(world: World, events: readonly object[]) {
  for (const event of events) expect((await deliver(world, event)).status).toBe(200);
}
const journalOf = ({ server, tenant }: World) =>
  server.services.client.sql`select before->>'plan' as before, after->>'plan' as after, actor_kind
    from journal_entries where tenant_id = ${tenant.id} and verb = 'plan.changed' order by recorded_at, id`;

/** Every order of a list. */
function* orders<T>(items: readonly T[]): Generator<T[]> {
  if (!items.length) yield [];
  for (const [at, item] of items.entries())
    for (const rest of orders(items.toSpliced(at, 1))) yield [item, ...rest];
}

describe("a tenant's own plan", () => {
  it('follows its subscription, each change on record', async () => {
    const world = await createWorld('owner', { plan: 'free' });
    const { checkout, subscription, customer, id } = billing(world);
    await deliverAll(world, [checkout(0), subscription('created', 0, 'active', 'price_garage_starter')]);
    expect(await stateOf(world)).toEqual({ plan: 'starter', customer, subscription: id });
    await deliverAll(world, [subscription('updated', 9, 'active', 'price_garage_pro')]);
    expect((await stateOf(world))?.plan).toBe('pro');
    await deliverAll(world, [subscription('updated', 10, 'past_due', 'price_garage_pro')]);
    expect((await stateOf(world))?.plan).toBe('pro');
    await deliverAll(world, [subscription('updated', 11, 'trialing', 'price_of_something_else')]);
    expect((await stateOf(world))?.plan).toBe('pro');
    await deliverAll(world, [subscription('deleted', 12, 'canceled', 'price_garage_pro')]);
    expect(await stateOf(world)).toEqual({ plan: 'free', customer, subscription: null });
    const changes = (await journalOf(world)).filter(({ before, after }) => before !== after);
    expect(changes).toEqual([
      { before: 'free', after: 'starter', actor_kind: 'webhook' },
      { before: 'starter', after: 'pro', actor_kind: 'webhook' },
      { before: 'pro', after: 'free', actor_kind: 'webhook' },
    ]);
  });

  it('ends in the same state, in whatever order five events come', async () => {
    const first = await createWorld();
    const ctx = first.server.systemContext('test', first.tenant);
    const tryOrder = async (kept: boolean, order: number[]) => {
      const tenant = await createTenant(first.server.services.client.db, { plan: 'free' });
      const world = { ...first, tenant: { ...tenant, id: tenant.id as TenantId } };
      const { checkout, subscription, failedInvoice, customer, id } = billing(world);
      const history = [
        subscription('created', 0, 'incomplete', 'price_garage_starter'),
        checkout(1),
        subscription('updated', 1, 'active', 'price_garage_starter'),
        kept ? failedInvoice(5) : subscription('updated', 5, 'active', 'price_garage_pro'),
        kept
          ? subscription('updated', 9, 'active', 'price_garage_pro')
          : subscription('deleted', 5, 'canceled', 'price_garage_pro'),
      ];
      for (const at of order) await receiveStripeEvent(ctx, Buffer.from(JSON.stringify(history[at])));
      const expected = kept
        ? { plan: 'pro', customer, subscription: id }
        : { plan: 'free', customer, subscription: null };
      expect(await stateOf(world), order.join()).toEqual(expected);
    };
    for (const kept of [true, false]) {
      const every = [...orders([0, 1, 2, 3, 4])];
      for (let at = 0; at < every.length; at += 8)
        await Promise.all(every.slice(at, at + 8).map((order) => tryOrder(kept, order)));
    }
  });

  it('changes once, however often and at once each event comes', async () => {
    const world = await createWorld('owner', { plan: 'free' });
    const { checkout, subscription, failedInvoice, customer, id } = billing(world);
    const events = [
      checkout(0),
      subscription('created', 0, 'active', 'price_garage_starter'),
      subscription('updated', 3, 'active', 'price_garage_pro'),
    ];
    const storm = events.flatMap((event) => Array.from({ length: 10 }, () => event));
    const answers = await Promise.all(storm.map((event) => deliver(world, event)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await stateOf(world)).toEqual({ plan: 'pro', customer, subscription: id });
    const failed = failedInvoice(6);
    await Promise.all(Array.from({ length: 10 }, () => deliver(world, failed)));
    const { db } = world.server.services.client;
    const told = await db
      .select({ kind: notifications.kind, params: notifications.params, userId: notifications.userId })
      .from(notifications)
      .where(and(eq(notifications.tenantId, world.tenant.id)));
    expect(told).toEqual([
      { kind: 'subscription.payment_failed', params: { plan: 'pro' }, userId: world.user.id },
    ]);
  });

  it('is never touched by the customer of another tenant, or by nobody', async () => {
    const [mine, other] = [
      await createWorld('owner', { plan: 'free' }),
      await createWorld('owner', { plan: 'free' }),
    ];
    const bill = billing(mine);
    await deliverAll(mine, [bill.subscription('created', 0, 'active', 'price_garage_pro')]);
    const stolen = billing(other, bill.customer);
    await deliverAll(other, [
      stolen.checkout(1),
      stolen.subscription('created', 1, 'active', 'price_garage_enterprise'),
    ]);
    expect(await stateOf(other)).toEqual({ plan: 'free', customer: null, subscription: null });
    expect(await stateOf(mine)).toMatchObject({ plan: 'pro', customer: bill.customer });
    const second = billing(mine);
    await deliverAll(mine, [second.subscription('created', 2, 'active', 'price_garage_enterprise')]);
    expect(await stateOf(mine)).toMatchObject({ plan: 'pro', customer: bill.customer });
    const nobody = stripeEvent(mine, 'customer.subscription.created', {
      id: stripeId('sub'),
      status: 'active',
      customer: stripeId('cus'),
    });
    await deliverAll(mine, [nobody]);
  });

  it('stays with the newer of two subscriptions', async () => {
    const world = await createWorld('owner', { plan: 'free' });
    const first = billing(world);
    const second = billing(world, first.customer);
    const events = [
      first.subscription('created', 0, 'active', 'price_garage_starter'),
      second.subscription('created', 5, 'active', 'price_garage_pro'),
      first.subscription('deleted', 9, 'canceled', 'price_garage_starter'),
    ];
    await deliverAll(world, events.toReversed());
    expect(await stateOf(world)).toMatchObject({ plan: 'pro', subscription: second.id });
  });
});
