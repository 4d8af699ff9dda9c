import { contacts } from '@officina/db/schema/contacts';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../../testing/harness.ts';
import { runJobs } from '../../../testing/run-jobs.ts';
import { deliver, stripeEvent, stripeId } from '../../../testing/stripe.ts';
import { receiveStripeEvent } from '../receive-stripe-event.ts';
import { type Deposit, insertDeposit, orderDeposit, orderOf, shopWorld } from '../testing/deposits.ts';
import { expireOrders } from './expire-orders.ts';

let world: World;
beforeAll(async () => {
  world = await shopWorld();
});

async function deliverAll(events: readonly object[]) {
  for (const event of events) expect((await deliver(world, event)).status).toBe(200);
}
const verbsOf = async ({ id }: Deposit): Promise<string[]> => {
  const rows = await world.server.services.client.sql<{ verb: string }[]>`
    select verb from journal_entries where tenant_id = ${world.tenant.id} and subject_id = ${id} order by xid, id`;
  return rows.map(({ verb }) => verb);
};
const toldOf = async ({ id }: Deposit): Promise<string[]> => {
  const rows = await world.server.services.client.sql<{ kind: string }[]>`
    select kind from notifications where tenant_id = ${world.tenant.id} and params->>'entityId' = ${id} order by id`;
  return rows.map(({ kind }) => kind);
};

describe('an order of a deposit', () => {
  it('is paid once by a completed checkout, the payer becomes a contact, the admins hear of it', async () => {
    const order = await orderDeposit(world);
    const paid = order.checkout('completed', { currency: 'EUR' });
    await deliverAll([paid, paid, order.checkout('completed')]);
    expect(await orderOf(world, order.id)).toMatchObject({
      status: 'paid',
      stripePaymentIntentId: order.intent,
      customer: { id: expect.any(String), name: 'Ada Lovelace', email: 'ada@lovelace.example' },
      payments: [
        {
          id: expect.any(String),
          status: 'succeeded',
          amountCents: 250_000,
          currency: 'EUR',
          stripeEventId: paid.id,
        },
      ],
    });
    expect(await verbsOf(order)).toEqual(['order.placed', 'order.paid']);
    expect(await toldOf(order)).toEqual(['order_paid']);
  });

  it('finds the payer by the address in lower case, and leaves them as they are', async () => {
    const [first, second] = [await orderDeposit(world), await orderDeposit(world)];
    const nameless = { customer_details: { email: ' Nobody@Example.test', name: null } };
    const renamed = { customer_details: { email: 'NOBODY@example.test', name: 'Somebody' } };
    await Promise.all([
      deliver(world, first.checkout('completed', nameless)),
      deliver(world, second.checkout('completed', nameless)),
    ]);
    const third = await orderDeposit(world);
    await deliverAll([third.checkout('completed', renamed)]);
    const { db } = world.server.services.client;
    const made = await db
      .select()
      .from(contacts)
      .where(and(eq(contacts.tenantId, world.tenant.id), eq(contacts.email, 'nobody@example.test')));
    expect(made.map(({ displayName, kind }) => [displayName, kind])).toEqual([['Client', 'person']]);
    expect((await orderOf(world, third.id)).customer?.id).toBe(made[0]?.id);
  });

  it('waits for the money of a slow method', async () => {
    const order = await orderDeposit(world);
    await deliverAll([order.checkout('completed', { payment_status: 'unpaid' })]);
    expect(await orderOf(world, order.id)).toMatchObject({ status: 'pending', payments: [] });
    await deliverAll([order.checkout('async_payment_succeeded', { payment_status: 'unpaid' })]);
    expect(await orderOf(world, order.id)).toMatchObject({ status: 'paid', payments: [{}] });
  });

  it.each([
    ['expired', 'expired'],
    ['async_payment_failed', 'failed'],
  ])('ends with %s, and is paid all the same when money comes', async (type, status) => {
    const order = await orderDeposit(world);
    await deliverAll([order.checkout(type, { payment_status: 'unpaid' })]);
    expect((await orderOf(world, order.id)).status).toBe(status);
    await deliverAll([order.checkout('completed'), order.checkout(type)]);
    expect((await orderOf(world, order.id)).status).toBe('paid');
  });

  it.each([
    ['another amount', { amount_total: 249_999 }],
    ['another currency', { currency: 'usd' }],
    ['no amount', { amount_total: null }],
  ])('is not fulfilled by %s', async (_, more) => {
    const order = await orderDeposit(world);
    const event = order.checkout('completed', more);
    await deliverAll([event, event]);
    expect(await orderOf(world, order.id)).toMatchObject({ status: 'pending', payments: [], customer: null });
    expect(await verbsOf(order)).toEqual(['order.placed', 'order.payment_mismatch']);
    expect(await toldOf(order)).toEqual(['order_payment_mismatch']);
  });

  it('is moved by no event of another session, another order or nobody', async () => {
    const [order, other] = [await orderDeposit(world), await orderDeposit(world)];
    await deliverAll([
      order.checkout('completed', { id: stripeId('cs') }),
      order.checkout('completed', { id: other.session }),
      order.checkout('completed', { metadata: {} }),
      order.checkout('completed', { metadata: { orderId: 'x' } }),
      stripeEvent(world, 'checkout.session.completed', {}),
    ]);
    for (const { id } of [order, other])
      expect(await orderOf(world, id)).toMatchObject({ status: 'pending', payments: [] });
  });

  it('is refunded by a full refund; a part leaves it paid', async () => {
    const order = await orderDeposit(world);
    await deliverAll([order.checkout('completed'), order.refund(100_000)]);
    const partly = { status: 'paid', refundedCents: 100_000, payments: [{ amountCents: 250_000 }] };
    expect(await orderOf(world, order.id)).toMatchObject(partly);
    await deliverAll([order.refund(250_000), order.refund(100_000), order.checkout('completed')]);
    const fully = { status: 'refunded', refundedCents: 250_000, payments: [{ amountCents: 250_000 }] };
    expect(await orderOf(world, order.id)).toMatchObject(fully);
    const verbs = ['order.placed', 'order.paid', 'order.partly_refunded', 'order.refunded'];
    expect(await verbsOf(order)).toEqual(verbs);
  });

  it('expires after a day without money', async () => {
    const [old, paid] = [await orderDeposit(world), await orderDeposit(world)];
    await deliverAll([paid.checkout('completed')]);
    const system = () => world.server.systemContext('expire-orders', world.tenant);
    world.server.clock.advance({ hours: 24 });
    await expireOrders(system());
    expect((await orderOf(world, old.id)).status).toBe('pending');
    world.server.clock.advance({ seconds: 1 });
    const young = await orderDeposit(world);
    await expireOrders(system());
    const now = await Promise.all([old, paid, young].map(({ id }) => orderOf(world, id)));
    expect(now.map(({ status }) => status)).toEqual(['expired', 'paid', 'pending']);
    expect(await verbsOf(old)).toEqual(['order.placed', 'order.expired']);
    await deliverAll([old.checkout('completed')]);
    expect((await orderOf(world, old.id)).status).toBe('paid');
  });
});

/** Every order of a list. */
function* orders<T>(items: readonly T[]): Generator<T[]> {
  if (!items.length) yield [];
  for (const [at, item] of items.entries())
    for (const rest of orders(items.toSpliced(at, 1))) yield [item, ...rest];
}

describe('a storm of events', () => {
  it('leads to one payment and one refund, each event ten times at once', async () => {
    const order = await orderDeposit(world);
    const events = [
      order.checkout('expired'),
      order.checkout('completed'),
      order.checkout('completed'),
      order.checkout('async_payment_succeeded'),
      order.refund(250_000),
    ];
    const storm = events.flatMap((event) => Array.from({ length: 10 }, () => event));
    const answers = await Promise.all(storm.map((event) => deliver(world, event)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await runJobs(world);
    expect(await orderOf(world, order.id)).toMatchObject({
      status: 'refunded',
      refundedCents: 250_000,
      payments: [{ amountCents: 250_000 }],
    });
    expect((await toldOf(order)).filter((kind) => kind === 'order_paid')).toHaveLength(1);
  });

  it('leads to the same in every order of five', async () => {
    // A tenant of its own, so that its orders can be counted.
    world = await shopWorld();
    const ctx = world.server.systemContext('test', world.tenant);
    const tryOrder = async (places: number[]) => {
      const order = await insertDeposit(world);
      const history = [
        order.checkout('completed', { payment_status: 'unpaid' }),
        order.checkout('async_payment_succeeded'),
        order.checkout('expired'),
        order.refund(50_000),
        order.refund(250_000),
      ];
      for (const place of places) await receiveStripeEvent(ctx, Buffer.from(JSON.stringify(history[place])));
    };
    const every = [...orders([0, 1, 2, 3, 4])];
    for (let at = 0; at < every.length; at += 8) await Promise.all(every.slice(at, at + 8).map(tryOrder));
    await runJobs(world);
    const ended = await world.server.services.client.sql`
      select o.status, p.amount_minor as paid, count(*)::int as orders, (select sum(r.amount_minor)::int
        from payments r where r.tenant_id = ${world.tenant.id} and r.order_id = o.id and r.purpose = 'refund') as refunded
      from orders o left join payments p on p.tenant_id = o.tenant_id and p.order_id = o.id and p.purpose = 'order'
      where o.tenant_id = ${world.tenant.id} group by 1, 2, 4`;
    expect(ended).toEqual([{ status: 'refunded', paid: '250000', orders: 120, refunded: -250_000 }]);
  });
});
