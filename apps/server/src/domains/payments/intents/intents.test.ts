import { payments } from '@officina/db/schema/payments';
import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../kernel/context.ts';
import { PaymentsUnavailable } from '../../../kernel/payment-errors.ts';
import { createWorld, type HttpClient, httpClient, type World } from '../../../testing/harness.ts';
import { runJobs } from '../../../testing/run-jobs.ts';
import { deliver, stripeEvent } from '../../../testing/stripe.ts';
import { listNotifications } from '../../notifications/notification-reads.ts';
import { listPayments } from '../list-payments.ts';
import { listSubscriptions } from '../list-subscriptions.ts';
import { createIntent } from './create-intent.ts';
import { reconcileIntents } from './reconcile-intents.ts';

let world: World;
let owner: HttpClient;
beforeAll(async () => {
  world = await createWorld();
  owner = await httpClient(world);
});

const rowOf = async (intentId: string) => {
  const [row] = await world.server.services.client.db
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, world.tenant.id), eq(payments.stripePaymentIntentId, intentId)));
  return row;
};
const verbsOf = async (id: string) => {
  const rows = await world.server.services.client.sql<{ verb: string }[]>`
    select verb from journal_entries where tenant_id = ${world.tenant.id} and subject_id = ${id} order by id`;
  return rows.map(({ verb }) => verb);
};
const succeeded = (intentId: string, object: Record<string, unknown> = {}) =>
  stripeEvent(world, 'payment_intent.succeeded', {
    id: intentId,
    object: 'payment_intent',
    amount: 5000,
    amount_received: 5000,
    currency: 'usd',
    ...object,
  });
const failed = (intentId: string) =>
  stripeEvent(world, 'payment_intent.payment_failed', {
    id: intentId,
    object: 'payment_intent',
    last_payment_error: { message: 'Your card has insufficient funds.' },
  });
const create = (body: object, client: HttpClient = owner, headers = {}) =>
  client.call('POST', '/api/payments/create-intent', body, headers);

describe('a payment intent', () => {
  it('is asked for, read and paid', async () => {
    const made = await create({
      amount: 5000,
      currency: 'USD',
      metadata: { projectId: 'proj-123', type: 'service', userId: 'somebody else' },
      description: 'Project payment',
    });
    expect([made.status, made.body]).toEqual([
      200,
      {
        clientSecret: expect.stringMatching(/^pi_\w+_secret_\w+$/),
        paymentIntentId: expect.stringMatching(/^pi_/),
        amount: 5000,
        currency: 'usd',
      },
    ]);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const intentId = made.body.paymentIntentId;
    const read = () => owner.call('GET', `/api/payments/create-intent?id=${intentId}`);
    const metadata = { projectId: 'proj-123', type: 'service' };
    const told = { id: intentId, amount: 5000, currency: 'usd', metadata };
    expect((await read()).body).toEqual({ ...told, status: 'requires_payment_method' });
    const event = succeeded(intentId);
    expect((await deliver(world, event, '/api/payments/webhooks')).body).toEqual({
      received: true,
      eventType: 'payment_intent.succeeded',
    });
    expect((await read()).body).toEqual({ ...told, status: 'succeeded' });
    expect((await deliver(world, event, '/api/payments/webhooks')).body).toMatchObject({ duplicate: true });
    const row = await rowOf(intentId);
    expect(row).toMatchObject({ status: 'succeeded', userId: world.user.id, providerRequest: null });
    expect(row?.paidAt).toEqual(new Date(event.created * 1000));
    expect(await verbsOf(row?.id ?? '')).toEqual(['payment.created', 'payment.succeeded']);
  });

  it('is read by its maker, by staff, and by who knows its secret', async () => {
    const client = await httpClient(world, 'client');
    const made = await create({ amount: 900 }, client);
    const path = `/api/payments/create-intent?id=${made.body.paymentIntentId}`;
    expect((await client.call('GET', path)).status).toBe(200);
    expect((await (await httpClient(world, 'accountant')).call('GET', path)).status).toBe(200);
    const missing = [404, { error: 'Payment not found', code: 'NOT_FOUND' }];
    for (const stranger of ['client', 'freelancer', 'learner'] as const) {
      const answer = await (await httpClient(world, stranger)).call('GET', path);
      expect([answer.status, answer.body]).toEqual(missing);
    }
    const [secret, other] = [made.body.clientSecret, `${made.body.clientSecret}x`].map(encodeURIComponent);
    const learner = await httpClient(world, 'learner');
    expect((await learner.call('GET', `${path}&client_secret=${secret}`)).status).toBe(200);
    expect((await learner.call('GET', `${path}&client_secret=${other}`)).status).toBe(404);
    const foreign = await httpClient(await createWorld());
    expect((await foreign.call('GET', path)).status).toBe(404);
    const visitor = await httpClient(world, 'visitor');
    const anonymous = await visitor.call('GET', path);
    expect([anonymous.status, anonymous.body.code]).toEqual([401, 'UNAUTHORIZED']);
    expect((await visitor.call('GET', `${path}&client_secret=wrong`)).status).toBe(404);
    expect((await owner.call('GET', '/api/payments/create-intent')).body).toEqual({
      error: 'Validation error',
      code: 'VALIDATION_ERROR',
      details: [{ field: 'id', message: expect.any(String) }],
    });
  });

  it.each([
    [{ amount: 49.5 }, 'amount'],
    [{ amount: 49 }, 'amount'],
    [{ amount: 100_000_000 }, 'amount'],
    [{ amount: '5000' }, 'amount'],
    [{}, 'amount'],
    [{ amount: 5000, currency: 'zzz' }, 'currency'],
    [{ amount: 5000, metadata: { deep: { er: 1 } } }, 'metadata.deep'],
    [
      {
        amount: 5000,
        metadata: Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`k${i}`, 'v'])),
      },
      'metadata',
    ],
    [{ amount: 5000, customerId: 'cus_somebody_else' }, 'customerId'],
    [{ amount: 5000, description: 'x'.repeat(501) }, 'description'],
  ])('refuses %j', async (body, field) => {
    const answer = await create(body);
    expect([answer.status, answer.body.code, answer.body.details?.[0]?.field]).toEqual([
      400,
      'VALIDATION_ERROR',
      field,
    ]);
  });

  it('is the same for the same key, also at once, and none for another body', async () => {
    const headers = { 'idempotency-key': 'order-7' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => create({ amount: 700 }, owner, headers)),
    );
    expect(new Set(answers.map(({ body }) => body.paymentIntentId)).size).toBe(1);
    const other = await create({ amount: 701 }, owner, headers);
    expect([other.status, other.body.code]).toEqual([409, 'IDEMPOTENCY_MISMATCH']);
    const somebody = await httpClient(world, 'member');
    expect((await create({ amount: 701 }, somebody, headers)).status).toBe(200);
    const long = await create({ amount: 700 }, owner, { 'idempotency-key': 'x'.repeat(256) });
    const message = 'Must be at most 255 characters';
    expect(long.body.details).toEqual([{ field: 'Idempotency-Key', message }]);
  });

  it('never pays as somebody else: neither by customer nor by metadata', async () => {
    const ctx = await world.as('member');
    const member = await httpClient(world, ctx);
    await create({ amount: 500 }, member);
    const [mine] = await world.server.services.client.sql<{ id: string }[]>`
      select stripe_customer_id as id from payment_customers
      where tenant_id = ${world.tenant.id} and user_id = ${(ctx.actor as { id: string }).id}`;
    expect((await create({ amount: 500, customerId: mine?.id }, member)).status).toBe(200);
    expect((await create({ amount: 500, customerId: mine?.id })).status).toBe(400);
    const visitor = await httpClient(world, 'visitor');
    expect((await create({ amount: 500, customerId: mine?.id }, visitor)).status).toBe(400);
    const { body } = await create({ amount: 5000 });
    const lured = await create({ amount: 500, metadata: { paymentId: body.paymentIntentId } }, member);
    await deliver(world, succeeded(lured.body.paymentIntentId, { amount: 500, amount_received: 500 }));
    expect(await rowOf(body.paymentIntentId)).toMatchObject({ status: 'pending' });
  });

  it('is refused by the provider in its words, and says so', async () => {
    const answer = await create({ amount: 50, currency: 'jpy' });
    expect(answer.status).toBe(200);
    const { payments: provider } = world.server.services;
    const unavailable = { ...provider, createPayment: () => Promise.reject(new PaymentsUnavailable('away')) };
    const services = { ...world.ctx.services, payments: unavailable };
    const offline: Ctx = Object.create(world.ctx, { services: { value: services } });
    await expect(createIntent(offline, { amount: 1234 })).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
    });
    const open = async () =>
      (await listPayments(world.ctx, { status: 'pending' })).items.find((p) => p.amountCents === 1234);
    expect(await open()).toMatchObject({ stripePaymentIntentId: null });
    world.server.clock.advance({ minutes: 11 });
    await reconcileIntents(world.server.systemContext('test', world.tenant));
    expect((await open())?.stripePaymentIntentId).toMatch(/^pi_/);
  });
});

describe('what events say', () => {
  it('another amount or currency changes nothing and is told once', async () => {
    const { body } = await create({ amount: 5000 });
    await deliver(world, succeeded(body.paymentIntentId, { amount_received: 4999 }));
    await deliver(world, succeeded(body.paymentIntentId, { currency: 'eur' }));
    const row = await rowOf(body.paymentIntentId);
    expect(row?.status).toBe('pending');
    expect(await verbsOf(row?.id ?? '')).toEqual(['payment.created', 'payment.mismatch']);
    const [shown] = (await listPayments(world.ctx, { mismatch: true })).items;
    expect(shown).toMatchObject({ id: row?.id, mismatch: true });
    const { items } = await listNotifications(world.ctx, {});
    expect(items[0]).toMatchObject({
      kind: 'order_payment_mismatch',
      params: { body: '49.99 USD received, 50 USD asked for' },
    });
  });

  it('comes before our row knows its intent, and acts once it does', async () => {
    const { payments: provider } = world.server.services;
    let early: Promise<unknown> | undefined;
    const racing = {
      ...provider,
      async createPayment(...args: Parameters<typeof provider.createPayment>) {
        const payment = await provider.createPayment(...args);
        early = deliver(
          world,
          succeeded(payment.id, {
            amount: 640,
            amount_received: 640,
            metadata: args[0].metadata,
          }),
        );
        await early;
        return payment;
      },
    };
    const services = { ...world.ctx.services, payments: racing };
    const { paymentIntentId } = await createIntent(
      Object.create(world.ctx, { services: { value: services } }),
      { amount: 640 },
    );
    expect(await rowOf(paymentIntentId)).toMatchObject({ status: 'pending' });
    await runJobs(world);
    expect(await rowOf(paymentIntentId)).toMatchObject({ status: 'succeeded' });
  });

  it('leads to one state whatever their order, repetition and path', async () => {
    const paths = ['/api/payments/webhooks', '/api/webhooks/stripe'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ fails: fc.boolean(), path: fc.constantFrom(...paths) }), {
          minLength: 1,
          maxLength: 6,
        }),
        async (steps) => {
          const { body } = await create({ amount: 5000 });
          const [good, bad] = [succeeded(body.paymentIntentId), failed(body.paymentIntentId)];
          await Promise.all(steps.map(({ fails, path }) => deliver(world, fails ? bad : good, path)));
          const row = await rowOf(body.paymentIntentId);
          const paid = steps.some(({ fails }) => !fails);
          expect(row?.status).toBe(paid ? 'succeeded' : 'failed');
          const verbs = await verbsOf(row?.id ?? '');
          expect(verbs.filter((verb) => verb === 'payment.succeeded')).toHaveLength(paid ? 1 : 0);
          expect(verbs.filter((verb) => verb === 'payment.failed').length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('the enhanced intent', () => {
  const enhanced = (body: object, client: HttpClient = owner) =>
    client.call('POST', '/api/payments/create-intent-enhanced', body, {
      host: `${world.tenant.subdomain}.localhost:3000`,
    });

  it('answers with a customer of its own, and the same one for whoever is signed in', async () => {
    const visitor = await httpClient(world, 'visitor');
    const asked = { amount: 2500, customer_email: 'ann@x.test', save_payment_method: true };
    const [one, two] = [await enhanced(asked, visitor), await enhanced(asked, visitor)];
    expect(one.body).toEqual({
      success: true,
      client_secret: expect.stringMatching(/_secret_/),
      payment_intent_id: expect.stringMatching(/^pi_/),
      customer_id: expect.stringMatching(/^cus_/),
      publishable_key: 'pk_test_sandbox',
    });
    expect(two.body.customer_id).not.toBe(one.body.customer_id);
    const bare = await enhanced({ amount: 2500, payment_method_types: ['card', 'apple_pay'] }, visitor);
    expect([bare.status, bare.body.customer_id]).toEqual([200, null]);
    const [mine, again] = [await enhanced(asked), await enhanced({ amount: 100 })];
    expect(mine.body.customer_id).toBe(again.body.customer_id);
  });

  it('begins a subscription, which events then carry on', async () => {
    const ctx = await world.as('member');
    const member = await httpClient(world, ctx);
    const { body, status } = await enhanced(
      { subscription_price_id: 'price_garage_pro', customer_email: 'me@x.test' },
      member,
    );
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      'client_secret',
      'customer_id',
      'publishable_key',
      'subscription_id',
      'success',
    ]);
    const at = Math.floor(world.ctx.now.epochMilliseconds / 1000);
    const event = (kind: string, seconds: number, facts: object = {}) =>
      stripeEvent(
        world,
        `customer.subscription.${kind}`,
        { id: body.subscription_id, object: 'subscription', customer: body.customer_id, ...facts },
        { created: at + seconds },
      );
    const active = event('updated', 20, { status: 'active', current_period_end: at + 86_400 });
    const ended = event('deleted', 30, { status: 'canceled' });
    const late = event('updated', 10, { status: 'past_due' });
    const now = async () =>
      (await listSubscriptions(ctx, {})).items.find((s) => s.stripeSubscriptionId === body.subscription_id);
    for (const one of [active, late, active]) await deliver(world, one);
    expect(await now()).toMatchObject({ status: 'active', cancelAtPeriodEnd: false });
    await deliver(world, ended);
    await deliver(world, event('updated', 40, { status: 'active' }));
    expect(await now()).toMatchObject({ status: 'canceled' });
  });

  it.each([
    [{}, 'amount'],
    [{ subscription_price_id: 'price_garage_pro' }, 'customer_email'],
    [{ amount: 500, payment_method_types: ['sepa_debit'] }, 'payment_method_types.0'],
    [{ amount: 500, setup_future_usage: 'always' }, 'setup_future_usage'],
    [{ amount: 500, save_payment_method: 'yes' }, 'save_payment_method'],
    [{ amount: 500, customer_email: 'no address' }, 'customer_email'],
  ])('refuses %j', async (body, field) => {
    const answer = await enhanced(body);
    expect([answer.status, answer.body.details?.[0]?.field]).toEqual([400, field]);
  });

  it('begins one subscription for a key, also at once, and none for another body', async () => {
    const wanted = { subscription_price_id: 'price_garage_pro', customer_email: 'once@x.test' };
    const headers = { 'idempotency-key': 'subscribe-1' };
    const begin = (body: object, who = owner) =>
      who.call('POST', '/api/payments/create-intent-enhanced', body, headers);
    const [one, two] = await Promise.all([begin(wanted), begin(wanted)]);
    expect([one?.status, two?.status]).toEqual([200, 200]);
    expect(one?.body).toEqual(two?.body);
    const id = one?.body.subscription_id;
    await deliver(
      world,
      stripeEvent(world, 'customer.subscription.updated', { id, object: 'subscription', status: 'active' }),
    );
    expect((await begin(wanted)).body).toEqual(one?.body);
    const known = (await listSubscriptions(world.ctx, {})).items.filter(
      ({ stripeSubscriptionId }) => stripeSubscriptionId === id,
    );
    expect(known).toMatchObject([{ status: 'active' }]);
    const other = await begin({ ...wanted, customer_email: 'other@x.test' });
    expect([other.status, other.body.code]).toEqual([409, 'IDEMPOTENCY_MISMATCH']);
  });

  it('says what the provider says of a price that it does not know', async () => {
    const answer = await enhanced({ subscription_price_id: 'price_none', customer_email: 'a@x.test' });
    expect([answer.status, answer.body.code]).toEqual([400, 'PAYMENT_FAILED']);
  });
});

describe('the list of payments', () => {
  it('shows the firm’s to staff, their own to others, and nothing to who may not', async () => {
    const fresh = await createWorld();
    const freelancer = await fresh.as('freelancer');
    const pay = async (ctx: Ctx, amount: number) => createIntent(ctx, { amount });
    await pay(freelancer, 100);
    await pay(await fresh.as('client'), 200);
    await pay(fresh.ctx, 300);
    const amounts = async (ctx: Ctx) => (await listPayments(ctx, {})).items.map((p) => p.amountCents);
    expect(await amounts(fresh.ctx)).toEqual([300, 200, 100]);
    expect(await amounts(await fresh.as('accountant'))).toEqual([300, 200, 100]);
    expect(await amounts(freelancer)).toEqual([100]);
    expect(await amounts(await fresh.as('freelancer'))).toEqual([]);
    await expect(listPayments(await fresh.as('learner'), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const first = await listPayments(fresh.ctx, { limit: 2 });
    const rest = await listPayments(fresh.ctx, { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...rest.items].map((p) => p.amountCents)).toEqual([300, 200, 100]);
    expect(rest.nextCursor).toBeNull();
  });

  it('puts those that do not match before the newest, on every page', async () => {
    const fresh = await createWorld('owner', { currency: 'USD' });
    const made: string[] = [];
    for (const amount of [100, 200, 300, 400])
      made.push((await createIntent(fresh.ctx, { amount })).paymentIntentId);
    for (const id of made.slice(0, 2))
      await deliver(fresh, stripeEvent(fresh, 'payment_intent.succeeded', { id, amount_received: 1 }));
    const shown: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listPayments(fresh.ctx, { limit: 1, cursor });
      shown.push(...page.items.map((p) => p.amountCents));
      cursor = page.nextCursor;
    }
    expect(shown).toEqual([200, 100, 400, 300]);
    const refused = { amount_received: 200, last_payment_error: { message: 'declined' } };
    await deliver(fresh, stripeEvent(fresh, 'payment_intent.payment_failed', { id: made[1], ...refused }));
    const [first] = (await listPayments(fresh.ctx, {})).items;
    expect(first).toMatchObject({ amountCents: 200, status: 'failed', mismatch: true });
    await deliver(
      fresh,
      stripeEvent(fresh, 'payment_intent.succeeded', { id: made[1], amount_received: 200, currency: 'usd' }),
    );
    const after = (await listPayments(fresh.ctx, {})).items.map((p) => [p.amountCents, p.mismatch]);
    expect(after).toEqual([
      [100, true],
      [400, false],
      [300, false],
      [200, false],
    ]);
  });
});
