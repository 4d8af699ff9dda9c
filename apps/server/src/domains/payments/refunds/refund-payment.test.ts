import { itemGrants } from '@officina/db/schema/shop';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../../../kernel/errors.ts';
import { createWorld, type World } from '../../../testing/harness.ts';
import { webhooksArrived, withoutWebhooks } from '../../../testing/hosted-pages.ts';
import { deliver, stripeEvent } from '../../../testing/stripe.ts';
import { buyItem } from '../../shop/items/buy-item.ts';
import { createItem } from '../../shop/items/create-item.ts';
import { listItems } from '../../shop/items/list-items.ts';
import { getPayment } from '../get-payment.ts';
import { createIntent } from '../intents/create-intent.ts';
import { listPayments } from '../list-payments.ts';
import { refundPayment } from './refund-payment.ts';

let world: World;
let buyer: World['ctx'];
let itemId: string;
const tiers = [{ id: 'one', name: 'One', amountCents: 5000, currency: 'usd', downloads: null }];
beforeAll(async () => {
  world = await createWorld();
  buyer = await world.as('client');
  itemId = (await createItem(world.ctx, { title: 'Icons', itemType: 'image', tiers })).id;
});

async function bought(): Promise<string> {
  const card = { tierId: 'one', amount: 5000, paymentMethodId: 'pm_card_visa' };
  return (await buyItem(buyer, { itemId, itemType: 'image', ...card })).transactionId;
}
const grantOf = async (paymentId: string) => {
  const own = and(eq(itemGrants.tenantId, world.tenant.id), eq(itemGrants.paymentId, paymentId));
  return (await world.ctx.db.select().from(itemGrants).where(own))[0];
};

describe('a refund', () => {
  it('is recorded when the provider tells of it, in parts and in whole, and ends what was bought', async () => {
    const id = await bought();
    expect(await getPayment(world.ctx, { id })).toMatchObject({ item: 'Icons', abilities: { refund: true } });
    // Whoever asks twice at once gives back once.
    const twice = [1, 2].map(() => refundPayment(world.ctx, { id, amountCents: 1000 }));
    await Promise.all(twice);
    await webhooksArrived(world);
    expect(await getPayment(world.ctx, { id })).toMatchObject({ refundedCents: 1000 });
    expect((await grantOf(id))?.expiresAt.getTime()).toBeGreaterThan(world.ctx.now.epochMilliseconds);
    const more = refundPayment(world.ctx, { id, amountCents: 4001 });
    await expect(more).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    expect(await refundPayment(world.ctx, { id })).toEqual({ amountCents: 4000 });
    await webhooksArrived(world);
    expect(await getPayment(world.ctx, { id })).toMatchObject({
      refundedCents: 5000,
      abilities: { refund: false },
    });
    expect((await grantOf(id))?.expiresAt.getTime()).toBeLessThanOrEqual(world.ctx.now.epochMilliseconds);
    const [item] = (await listItems(world.ctx, {})).items;
    expect(item?.sales).toEqual([{ currency: 'usd', count: 1, amountCents: 0, feeCents: 0, payoutCents: 0 }]);
    await expect(refundPayment(world.ctx, { id })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('adds up to what the provider tells, in whatever order and however often it tells it', async () => {
    const id = await bought();
    const { stripePaymentIntentId: intent } = await getPayment(world.ctx, { id });
    const told = (minor: number) =>
      stripeEvent(world, 'charge.refunded', {
        object: 'charge',
        payment_intent: intent,
        amount: 5000,
        amount_refunded: minor,
        refunded: minor === 5000,
        currency: 'usd',
      });
    const events = [5000, 1000, 3000].map(told);
    await Promise.all([...events, ...events.toReversed()].map((event) => deliver(world, event)));
    await Promise.all([told(1000), told(5000)].map((event) => deliver(world, event)));
    expect(await getPayment(world.ctx, { id })).toMatchObject({ refundedCents: 5000 });
    const ended = await world.server.services.client.sql`
      select 1 from journal_entries where tenant_id = ${world.tenant.id} and verb = 'item.access_ended'
      and after ->> 'paymentId' = ${id}`;
    expect(ended).toHaveLength(1);
  });

  it('is no more than came, though it is asked for while the provider tells of another', async () => {
    const id = await bought();
    await withoutWebhooks(world, () => refundPayment(world.ctx, { id, amountCents: 3000 }));
    const { stripePaymentIntentId: intent } = await getPayment(world.ctx, { id });
    const event = stripeEvent(world, 'charge.refunded', {
      object: 'charge',
      payment_intent: intent,
      amount: 5000,
      amount_refunded: 3000,
      refunded: false,
      currency: 'usd',
    });
    const asked = refundPayment(world.ctx, { id, amountCents: 2500 });
    const [refusal] = await Promise.all([
      asked.catch((error: AppError) => error.code),
      deliver(world, event),
    ]);
    // Whichever came first: the provider knows that too little is left, or we do.
    expect(['BAD_REQUEST', 'VALIDATION_ERROR']).toContain(refusal);
    expect(await getPayment(world.ctx, { id })).toMatchObject({ refundedCents: 3000 });
  });

  it('is for owners, of what came and of their own tenant', async () => {
    const id = await bought();
    for (const role of ['manager', 'client'] as const)
      await expect(refundPayment(await world.as(role), { id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const foreign = (await createWorld()).ctx;
    await expect(refundPayment(foreign, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await createIntent(world.ctx, { amount: 700 });
    const [waiting] = (await listPayments(world.ctx, { status: 'pending' })).items;
    const notYet = refundPayment(world.ctx, { id: waiting?.id ?? '' });
    await expect(notYet).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('payments', () => {
  it('are found by payer, item and the provider’s id, literally', async () => {
    const id = await bought();
    const { stripePaymentIntentId, payer } = await getPayment(world.ctx, { id });
    const found = async (search: string) =>
      (await listPayments(world.ctx, { search })).items.map((payment) => payment.id);
    for (const text of ['icons', stripePaymentIntentId ?? '', payer ?? ''])
      expect(await found(text)).toContain(id);
    for (const text of ['%', 'i_ons']) expect(await found(text)).toEqual([]);
    await expect(getPayment(await world.as('freelancer'), { id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await getPayment(buyer, { id })).toMatchObject({ id, abilities: { refund: false } });
  });
});
