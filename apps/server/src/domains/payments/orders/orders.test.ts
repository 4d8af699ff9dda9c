import { beforeAll, describe, expect, it } from 'vitest';
import { createWorld, httpClient, type World } from '../../../testing/harness.ts';
import { CARD, DECLINED, sendForm, webhooksArrived, withoutWebhooks } from '../../../testing/hosted-pages.ts';
import { deliver } from '../../../testing/stripe.ts';
import { reconcileStripe } from '../reconcile-stripe.ts';
import { orderDeposit, orderOf, shopWorld } from '../testing/deposits.ts';
import { listOrders } from './list-orders.ts';
import { readReceipt } from './read-receipt.ts';
import { receiptToken } from './receipt-token.ts';

let world: World;
beforeAll(async () => {
  world = await shopWorld();
});

const pay = (url: string, card = CARD) => sendForm(world, url, { ...card, email: 'ada@lovelace.example' });

describe('a deposit on the hosted page', () => {
  it('is declined, then paid, and its receipt shows it', async () => {
    const { id, redirectUrl, session } = await orderDeposit(world);
    const visitor = (await createWorld()).ctx;
    const token = receiptToken(world.ctx, id);
    expect((await pay(redirectUrl, DECLINED)).status).toBe(402);
    await webhooksArrived(world);
    const unpaid = await readReceipt(visitor, { orderId: id, token });
    expect(unpaid).toEqual({
      orderId: id,
      status: 'pending',
      seller: world.tenant.name,
      serviceSlug: 'delivery-rescue',
      serviceTitle: 'Delivery rescue',
      amountCents: 250_000,
      currency: 'EUR',
      refundedCents: 0,
      paymentId: null,
      payer: null,
      paidAt: null,
      orderedAt: '2026-01-15T10:00:00.000Z',
    });
    expect((await pay(redirectUrl)).status).toBe(303);
    const { pathname } = new URL(redirectUrl);
    const closed = await (await httpClient(world, 'visitor')).call('GET', pathname);
    expect(closed.body.replaceAll('&amp;', '&')).toContain(
      `http://localhost:3000/success?session_id=${session}&order=${id}&token=${token}`,
    );
    await webhooksArrived(world);
    expect(await readReceipt(visitor, { orderId: id.toUpperCase(), token })).toMatchObject({
      status: 'paid',
      paymentId: expect.stringMatching(/^pi_/),
      payer: { name: 'Ada', email: 'ada@lovelace.example' },
      paidAt: '2026-01-15T10:00:00.000Z',
    });
  });

  it('comes to the same when its webhooks are lost, however long ago', async () => {
    const { id, redirectUrl } = await orderDeposit(world);
    await withoutWebhooks(world, () => pay(redirectUrl));
    expect((await orderOf(world, id)).status).toBe('pending');
    world.server.clock.advance({ hours: 20 });
    const later = await orderDeposit(world);
    await deliver(world, later.checkout('completed'));
    const system = world.server.systemContext('reconcile-stripe', world.tenant);
    await reconcileStripe(system);
    await reconcileStripe(system);
    expect(await orderOf(world, id)).toMatchObject({ status: 'paid', payments: [{ amountCents: 250_000 }] });
    world.server.clock.set('2026-01-15T10:00:00.000Z');
  });
});

describe('a receipt', () => {
  it('opens by its own token alone', async () => {
    const [one, two] = [await orderDeposit(world), await orderDeposit(world)];
    const token = receiptToken(world.ctx, one.id);
    for (const asked of [
      { orderId: one.id, token: '' },
      { orderId: one.id, token: 'é'.repeat(64) },
      { orderId: one.id, token: token.toUpperCase() },
      { orderId: one.id, token: receiptToken(world.ctx, two.id) },
      { orderId: two.id, token },
      { orderId: 'x', token: receiptToken(world.ctx, 'x') },
      { orderId: world.tenant.id, token: receiptToken(world.ctx, world.tenant.id) },
    ])
      await expect(readReceipt(world.ctx, asked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the list of orders', () => {
  it('is for the staff of the tenant, newest first, by status', async () => {
    const mine = await shopWorld();
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.unshift((await orderDeposit(mine)).id);
    const [last] = ids;
    const manager = await mine.as('manager');
    const first = await listOrders(manager, { limit: 2 });
    const rest = await listOrders(manager, { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids);
    expect(rest.nextCursor).toBeNull();
    expect((await listOrders(manager, { status: 'paid' })).items).toEqual([]);
    expect((await listOrders(manager, { status: 'pending', limit: 1 })).items[0]?.id).toBe(last);
    expect((await listOrders((await createWorld()).ctx, {})).items).toEqual([]);
    for (const role of ['client', 'accountant', 'learner'] as const)
      await expect(listOrders(await mine.as(role), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
