import fc from 'fast-check';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../start-sandbox.ts';
import { sandboxWithClient } from '../testing/client.ts';
import { parseForm } from './form.ts';

let sandbox: Sandbox;
let stripe: Stripe;
beforeAll(async () => {
  ({ sandbox, stripe } = await sandboxWithClient());
});
afterAll(() => sandbox.stop());

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('it was not refused'),
    (error: InstanceType<typeof Stripe.errors.StripeError>) => error,
  );

describe('forms', () => {
  it('nest by brackets', () => {
    expect(parseForm('a=1&b[c][d]=2&e[0][f]=x&e[1][f]=y&g[]=1&g[]=2')).toEqual({
      a: '1',
      b: { c: { d: '2' } },
      e: [{ f: 'x' }, { f: 'y' }],
      g: ['1', '2'],
    });
  });

  it('never reach a prototype, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseForm(text);
        parseForm(
          `__proto__[polluted]=1&a[__proto__][polluted]=1&constructor[prototype][polluted]=${encodeURIComponent(text)}`,
        );
        expect(({} as { polluted?: string }).polluted).toBeUndefined();
      }),
    );
  });
});

describe('idempotency keys', () => {
  it('give the first answer again', async () => {
    const options = { idempotencyKey: 'order-1' };
    const facts = { amount: 500, currency: 'eur' };
    const [first, ...others] = await Promise.all(
      Array.from({ length: 5 }, () => stripe.paymentIntents.create(facts, options)),
    );
    for (const other of others) expect(other.id).toBe(first?.id);
  });

  it('refuse another request, and replay a decline', async () => {
    await stripe.customers.create({ name: 'a' }, { idempotencyKey: 'k' });
    const error = await refusal(stripe.customers.create({ name: 'b' }, { idempotencyKey: 'k' }));
    expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    const pay = () =>
      stripe.paymentIntents.create(
        { amount: 500, currency: 'eur', payment_method: 'pm_card_chargeDeclined', confirm: true },
        { idempotencyKey: 'declined' },
      );
    const [first, second] = [await refusal(pay()), await refusal(pay())];
    expect(first.payment_intent?.id).toBe(second.payment_intent?.id);
  });

  it('are free again after a request that was refused for its parameters', async () => {
    const options = { idempotencyKey: 'bad-then-good' };
    await refusal(stripe.paymentIntents.create({ amount: 1, currency: 'eur' }, options));
    expect((await stripe.paymentIntents.create({ amount: 500, currency: 'eur' }, options)).amount).toBe(500);
  });
});

describe('lists', () => {
  it('page backwards in time, each object once', async () => {
    const made: string[] = [];
    for (let i = 0; i < 7; i++) made.push((await stripe.products.create({ name: `p${i}` })).id);
    const first = await stripe.products.list({ limit: 3 });
    expect(first).toMatchObject({ object: 'list', has_more: true, url: '/v1/products' });
    const seen: string[] = [];
    for await (const product of stripe.products.list({ limit: 3 })) seen.push(product.id);
    expect(seen).toEqual(made.toReversed());
    const before = await stripe.products.list({ ending_before: seen[2] });
    expect(before.data.map(({ id }) => id)).toEqual(seen.slice(0, 2));
  });
});

describe('expansion', () => {
  it('puts the object in the place of its id, also deep and in lists', async () => {
    const customer = await stripe.customers.create({ name: 'Ada' });
    const facts = {
      amount: 800,
      currency: 'usd',
      customer: customer.id,
      payment_method: 'pm_card_visa',
      confirm: true,
    };
    const intent = await stripe.paymentIntents.create({ ...facts, expand: ['latest_charge.customer'] });
    expect(intent.latest_charge).toMatchObject({
      object: 'charge',
      customer: { id: customer.id, name: 'Ada' },
    });
    expect(intent.customer).toBe(customer.id);
    const list = await stripe.paymentIntents.list({ customer: customer.id, expand: ['data.customer'] });
    expect(list.data[0]?.customer).toMatchObject({ name: 'Ada' });
  });
});

describe('errors', () => {
  it('are of the classes that the SDK throws for Stripe', async () => {
    const missing = await refusal(stripe.paymentIntents.retrieve('pi_nowhere'));
    expect(missing).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    expect(missing).toMatchObject({ statusCode: 404, code: 'resource_missing', param: 'id' });
    expect(missing.message).toBe("No such payment_intent: 'pi_nowhere'");
    const parameter = await refusal(stripe.rawRequest('POST', '/v1/payment_intents', { amount: 500 }));
    expect(parameter).toMatchObject({ statusCode: 400, code: 'parameter_missing', param: 'currency' });
    const unknown = await refusal(stripe.rawRequest('POST', '/v1/customers', { nmae: 'Ada' }));
    expect(unknown).toMatchObject({ statusCode: 400, code: 'parameter_unknown', param: 'nmae' });
  });

  it('say 501 where the sandbox ends', async () => {
    const error = await refusal(stripe.topups.create({ amount: 100, currency: 'usd' }));
    expect(error).toBeInstanceOf(Stripe.errors.StripeAPIError);
    expect(error).toMatchObject({ statusCode: 501, code: 'not_implemented' });
  });

  it('say 401 without a key', async () => {
    const answer = await fetch(`http://${sandbox.host}:${sandbox.port}/v1/customers`);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });
});
