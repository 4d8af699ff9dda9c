import { splitOf } from '@officina/contracts/item-sales';
import { outboxMessages } from '@officina/db/schema/messaging';
import { itemGrants } from '@officina/db/schema/shop';
import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../kernel/context.ts';
import { PDF, received } from '../../testing/files.ts';
import { createWorld, type HttpClient, httpClient, type World } from '../../testing/harness.ts';
import { deliver, stripeEvent } from '../../testing/stripe.ts';
import { getGuestSession } from './guest/get-guest-session.ts';
import { listGuestPrices } from './guest/guest-prices.ts';
import { setGuestPrice } from './guest/set-guest-price.ts';
import { createItem } from './items/create-item.ts';
import { listItems } from './items/list-items.ts';
import { setItemFile } from './items/set-item-file.ts';

let world: World;
let buyer: HttpClient;
let buyerCtx: Ctx;
let itemId: string;
const tiers = [
  { id: 'personal', name: 'Personal', amountCents: 5000, currency: 'usd', downloads: 2 },
  { id: 'studio', name: 'Studio', amountCents: 999, currency: 'eur', downloads: null },
];
beforeAll(async () => {
  world = await createWorld();
  buyerCtx = await world.as('client');
  buyer = await httpClient(world, buyerCtx);
  const item = await createItem(world.ctx, { title: 'Icons', itemType: 'document', tiers });
  itemId = item.id;
  await setItemFile(world.ctx, {
    id: itemId,
    file: await received(world.ctx, PDF, { filename: 'icons.pdf' }),
  });
});

const process = (body: object, client = buyer, headers = {}) =>
  client.call(
    'POST',
    '/api/payments/process',
    {
      itemId,
      itemType: 'document',
      tierId: 'personal',
      amount: 5000,
      paymentMethodId: 'pm_card_visa',
      ...body,
    },
    headers,
  );
const intentEvent = (id: string, amount: number) =>
  stripeEvent(world, 'payment_intent.succeeded', {
    id,
    object: 'payment_intent',
    amount,
    amount_received: amount,
    currency: 'usd',
  });
const pathOf = (url: string) => url.replace('http://localhost:3000', '');
const mailsTo = (to: string) =>
  world.server.services.client.db
    .select()
    .from(outboxMessages)
    .where(and(eq(outboxMessages.tenantId, world.tenant.id), eq(outboxMessages.to, to)));

describe('the fee', () => {
  it('is 15 percent, rounded half away from zero, and the rest is the maker’s', () => {
    expect(splitOf(5000)).toEqual({ feeMinor: 750, payoutMinor: 4250 });
    expect(splitOf(999)).toEqual({ feeMinor: 150, payoutMinor: 849 });
    expect(splitOf(10)).toEqual({ feeMinor: 2, payoutMinor: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 99_999_999 }), (amount) => {
        const { feeMinor, payoutMinor } = splitOf(amount);
        expect(feeMinor + payoutMinor).toBe(amount);
        expect(Math.abs(feeMinor * 100 - amount * 15)).toBeLessThanOrEqual(50);
      }),
    );
  });
});

describe('buying an item', () => {
  it('charges the price of the item, gives access, and splits what came in', async () => {
    const { status, body } = await process({});
    const expiresAt = world.ctx.now.add({ hours: 720 }).toString({ smallestUnit: 'millisecond' });
    expect([status, body]).toEqual([
      200,
      {
        success: true,
        transactionId: expect.any(String),
        paymentIntentId: expect.stringMatching(/^pi_/),
        status: 'succeeded',
        clientSecret: expect.any(String),
        amount: 5000,
        currency: 'usd',
        receiptUrl: expect.stringContaining('/receipts/'),
        downloadUrl: expect.stringContaining('/api/payments/downloads/'),
        accessToken: expect.stringMatching(/^[0-9a-f]{64}$/),
        expiresAt,
        accessGrant: { userId: (buyerCtx.actor as { id: string }).id, expiresAt, downloads: 2 },
      },
    ]);
    const { items } = await listItems(world.ctx, {});
    expect(items[0]?.sales).toEqual([
      { currency: 'usd', count: 1, amountCents: 5000, feeCents: 750, payoutCents: 4250 },
    ]);
    const told = await buyer.call('GET', `/api/payments/process?transactionId=${body.transactionId}`);
    expect(told.body).toEqual({
      success: true,
      transaction: {
        id: body.transactionId,
        paymentIntentId: body.paymentIntentId,
        itemId,
        status: 'succeeded',
        amount: 5000,
        currency: 'usd',
        createdAt: expect.any(String),
      },
    });
    const path = pathOf(body.downloadUrl);
    const stranger = await httpClient(world, 'client');
    expect((await stranger.call('GET', path)).status).toBe(404);
    expect((await buyer.call('GET', path.replace(/token=./, 'token=x'))).status).toBe(404);
    expect((await buyer.call('GET', path.split('?')[0] ?? '')).status).toBe(404);
    const storm = await Promise.all(Array.from({ length: 4 }, () => buyer.call('GET', path)));
    expect(storm.map((answer) => answer.status).sort()).toEqual([200, 200, 404, 404]);
    expect(
      storm
        .find((answer) => answer.status === 200)
        ?.bytes.subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await deliver(world, intentEvent(body.paymentIntentId, 5000));
    expect((await listItems(world.ctx, {})).items[0]?.sales[0]?.count).toBe(1);
  });

  it('waits for the bank, and gives access by the event, once', async () => {
    const { status, body } = await process({ paymentMethodId: 'pm_card_authenticationRequired' });
    expect([status, body]).toEqual([
      200,
      {
        success: false,
        requiresAction: true,
        status: 'requires_action',
        transactionId: expect.any(String),
        paymentIntentId: expect.any(String),
        clientSecret: expect.any(String),
        amount: 5000,
        currency: 'usd',
      },
    ]);
    const grants = () =>
      world.server.services.client.db
        .select()
        .from(itemGrants)
        .where(and(eq(itemGrants.tenantId, world.tenant.id), eq(itemGrants.paymentId, body.transactionId)));
    expect(await grants()).toHaveLength(0);
    const event = intentEvent(body.paymentIntentId, 5000);
    await Promise.all(Array.from({ length: 5 }, () => deliver(world, event)));
    expect(await grants()).toHaveLength(1);
    const mails = await mailsTo((buyerCtx.actor as { email: string }).email);
    expect(mails).toHaveLength(1);
    const [link] = /http\S+/.exec(mails[0]?.text ?? '') ?? [];
    expect((await buyer.call('GET', pathOf(link ?? ''))).status).toBe(200);
    world.server.clock.advance({ hours: 30 * 24 + 1 });
    expect((await buyer.call('GET', pathOf(link ?? ''))).status).toBe(404);
  });

  it('says why a card is declined', async () => {
    const { status, body } = await process({ paymentMethodId: 'pm_card_chargeDeclined' });
    expect([status, body]).toEqual([
      402,
      {
        error: 'Your card was declined.',
        code: 'CARD_DECLINED',
        details: [{ field: 'paymentMethodId', message: 'generic_decline' }],
      },
    ]);
  });

  it.each([
    [{ itemId: '01900000-0000-7000-8000-000000000001' }, 404, 'NOT_FOUND'],
    [{ itemType: 'video' }, 404, 'NOT_FOUND'],
    [{ tierId: 'none' }, 404, 'NOT_FOUND'],
    [{ amount: 4999 }, 409, 'PRICE_MISMATCH'],
    [{ currency: 'eur' }, 409, 'PRICE_MISMATCH'],
    [{ tierId: 'studio', amount: 999 }, 409, 'PRICE_MISMATCH'],
    [{ itemId: 'none' }, 400, 'VALIDATION_ERROR'],
    [{ itemType: 'car' }, 400, 'VALIDATION_ERROR'],
    [{ paymentMethodId: '' }, 400, 'VALIDATION_ERROR'],
    [{ paymentMethodId: 'pm_nobody' }, 400, 'PAYMENT_FAILED'],
  ])('refuses %j', async (body, status, code) => {
    const answer = await process(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    if (status === 404) expect(answer.body.error).toBe('Item not found');
  });

  it('is for who is signed in, and of the own tenant', async () => {
    const visitor = await process({}, await httpClient(world, 'visitor'));
    expect([visitor.status, visitor.body]).toEqual([
      401,
      { error: 'Authentication required', code: 'UNAUTHORIZED' },
    ]);
    expect((await process({}, await httpClient(await createWorld()))).status).toBe(404);
    expect((await buyer.call('GET', '/api/payments/process')).status).toBe(400);
    const unknown = await buyer.call('GET', '/api/payments/process?paymentIntentId=pi_nobody');
    expect([unknown.status, unknown.body.error]).toEqual([404, 'Payment not found']);
  });

  it('charges once for one key', async () => {
    const headers = { 'idempotency-key': 'buy-1' };
    const sold = async () => (await listItems(world.ctx, {})).items[0]?.sales[0]?.count ?? 0;
    const before = await sold();
    const [one, two] = await Promise.all([process({}, buyer, headers), process({}, buyer, headers)]);
    expect([one.status, one.body]).toEqual([200, two.body]);
    expect(await sold()).toBe(before + 1);
    expect((await buyer.call('GET', pathOf(one.body.downloadUrl))).status).toBe(200);
    const other = await process({ tierId: 'studio', amount: 999, currency: 'eur' }, buyer, headers);
    expect([other.status, other.body.code]).toEqual([409, 'IDEMPOTENCY_MISMATCH']);
  });
});

describe('items', () => {
  it('are their makers’ alone among freelancers', async () => {
    const freelancer = await world.as('freelancer');
    const mine = await createItem(freelancer, { title: 'Own', itemType: 'image', tiers });
    expect((await listItems(freelancer, {})).items.map(({ id }) => id)).toEqual([mine.id]);
    expect((await listItems(world.ctx, { search: 'oWn' })).items.map(({ id }) => id)).toEqual([mine.id]);
    expect((await listItems(world.ctx, { search: '%' })).items).toEqual([]);
    const file = await received(freelancer, PDF, { filename: 'x.pdf' });
    await expect(setItemFile(freelancer, { id: itemId, file })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(createItem(buyerCtx, { title: 'x', itemType: 'image', tiers })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const twice = [...tiers, ...tiers];
    await expect(
      createItem(world.ctx, { title: 'x', itemType: 'image', tiers: twice }),
    ).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
    });
  });
});

describe('guest access', () => {
  const guest = async (body: object) =>
    (await httpClient(world, 'visitor')).call(
      'POST',
      '/api/payments/guest-payment',
      { email: 'Guest@x.test', name: 'Gwen', feature: 'ai-create', amount: 1500, ...body },
      { host: `${world.tenant.subdomain}.localhost:3000` },
    );

  it('is sold at our price, opened by its payment, and over in time', async () => {
    const { status, body } = await guest({});
    expect([status, body]).toEqual([
      200,
      {
        success: true,
        clientSecret: expect.stringMatching(/_secret_/),
        customerId: expect.stringMatching(/^cus_/),
        sessionId: expect.any(String),
        expiresAt: world.ctx.now.add({ hours: 24 }).toString({ smallestUnit: 'millisecond' }),
      },
    ]);
    const { sessionId } = body;
    const view = () => getGuestSession(world.ctx, { sessionId });
    expect(await view()).toEqual({
      id: sessionId,
      feature: 'ai-create',
      duration: '24 hours',
      status: 'pending',
      expiresAt: null,
    });
    const again = await guest({ guestSessionId: sessionId });
    expect(again.body.clientSecret).toBe(body.clientSecret);
    const [intentId] = body.clientSecret.split('_secret_');
    const event = intentEvent(intentId, 1500);
    await deliver(world, event, '/api/payments/webhooks');
    const expiresAt = new Date(event.created * 1000 + 86_400_000).toISOString();
    expect(await view()).toMatchObject({ status: 'active', expiresAt });
    const [mail] = await mailsTo('guest@x.test');
    expect(mail?.text).toContain(`http://${world.tenant.subdomain}.localhost:3000/guest/${sessionId}`);
    const more = await guest({ guestSessionId: sessionId });
    expect([more.status, more.body.sessionId === sessionId]).toEqual([200, false]);
    world.server.clock.advance({ hours: 25 });
    expect(await view()).toMatchObject({ status: 'over' });
  });

  it('keeps a session to its first buyer, also of several at once', async () => {
    const guestSessionId = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 4 }, () => guest({ guestSessionId })));
    expect(new Set(answers.map(({ body }) => body.clientSecret)).size).toBe(1);
    const taken = await guest({ guestSessionId, email: 'other@x.test' });
    expect([taken.status, taken.body.code]).toEqual([409, 'SESSION_TAKEN']);
    const other = await guest({ guestSessionId, duration: '7 days', amount: 4900 });
    expect(other.body.sessionId).not.toBe(guestSessionId);
    const wanted = { guestSessionId: crypto.randomUUID() };
    const both = await Promise.all(['a@x.test', 'b@x.test'].map((email) => guest({ ...wanted, email })));
    expect(both.map((answer) => answer.body.code ?? answer.status).sort()).toEqual([200, 'SESSION_TAKEN']);
  });

  it.each([
    [{ amount: 1400 }, 409, 'PRICE_MISMATCH'],
    [{ duration: '2 hours' }, 400, 'VALIDATION_ERROR'],
    [{ feature: 'crm' }, 400, 'VALIDATION_ERROR'],
    [{ email: 'nobody' }, 400, 'VALIDATION_ERROR'],
    [{ name: '' }, 400, 'VALIDATION_ERROR'],
    [{ guestSessionId: '7' }, 400, 'VALIDATION_ERROR'],
  ])('refuses %j', async (body, status, code) => {
    const answer = await guest(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is sold at a price of the tenant’s own', async () => {
    const price = { feature: 'collaboration', duration: '1 hour', amountCents: 450 } as const;
    await setGuestPrice(world.ctx, price);
    expect(await listGuestPrices(world.ctx, {})).toContainEqual(price);
    expect((await guest({ ...price, amount: 450 })).status).toBe(200);
    expect((await guest({ ...price, amount: 300 })).status).toBe(409);
    await expect(setGuestPrice(buyerCtx, price)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(getGuestSession(world.ctx, { sessionId: 'none' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
