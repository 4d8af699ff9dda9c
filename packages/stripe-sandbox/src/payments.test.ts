import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from './start-sandbox.ts';
import { sandboxWithClient } from './testing/client.ts';

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
const eventsOf = async (id: string) => {
  const { data } = await stripe.events.list({ limit: 100 });
  return data.filter((event) => (event.data.object as { id?: string }).id === id).map(({ type }) => type);
};

describe('payment intents', () => {
  it('are paid at once with a card', async () => {
    const intent = await stripe.paymentIntents.create({
      amount: 2500,
      currency: 'EUR',
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      payment_method: 'pm_card_visa',
      confirm: true,
      metadata: { order: '7' },
    });
    expect(intent).toMatchObject({
      object: 'payment_intent',
      status: 'succeeded',
      amount_received: 2500,
      currency: 'eur',
      metadata: { order: '7' },
    });
    expect(intent.client_secret).toMatch(new RegExp(`^${intent.id}_secret_`));
    const charge = await stripe.charges.retrieve(String(intent.latest_charge));
    expect(charge).toMatchObject({ paid: true, amount: 2500, payment_intent: intent.id });
    expect(await eventsOf(intent.id)).toEqual(['payment_intent.succeeded', 'payment_intent.created']);
  });

  it.each([
    ['pm_card_chargeDeclined', 'card_declined', 'generic_decline', 'Your card was declined.'],
    [
      'pm_card_chargeDeclinedInsufficientFunds',
      'card_declined',
      'insufficient_funds',
      'Your card has insufficient funds.',
    ],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', '', 'Your card has expired.'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', '', "Your card's security code is incorrect."],
  ])('are declined with %s', async (method, code, decline_code, message) => {
    const intent = await stripe.paymentIntents.create({ amount: 900, currency: 'usd' });
    const error = await refusal(stripe.paymentIntents.confirm(intent.id, { payment_method: method }));
    expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(error).toMatchObject({ statusCode: 402, code, decline_code, message });
    expect(error.payment_intent?.id).toBe(intent.id);
    const after = await stripe.paymentIntents.retrieve(intent.id);
    expect(after).toMatchObject({ status: 'requires_payment_method', last_payment_error: { code, message } });
    const paid = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
    expect(paid.status).toBe('succeeded');
    expect(await eventsOf(intent.id)).toEqual([
      'payment_intent.succeeded',
      'payment_intent.payment_failed',
      'payment_intent.created',
    ]);
  });

  it('ask for authentication, unless nobody is there to give it', async () => {
    const facts = {
      amount: 900,
      currency: 'usd',
      payment_method: 'pm_card_authenticationRequired',
      confirm: true,
    };
    const asked = await stripe.paymentIntents.create({ ...facts, return_url: 'https://shop.test/back' });
    expect(asked.status).toBe('requires_action');
    const url = asked.next_action?.redirect_to_url?.url ?? '';
    const page = await fetch(url);
    const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    await fetch(url, { method: 'POST', body: new URLSearchParams({ token, challenge: 'complete' }) });
    expect((await stripe.paymentIntents.retrieve(asked.id)).status).toBe('succeeded');
    const error = await refusal(stripe.paymentIntents.create({ ...facts, off_session: true }));
    expect(error).toMatchObject({ code: 'authentication_required', statusCode: 402 });
  });

  it('are canceled once, and not when paid', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 900, currency: 'usd' });
    const canceled = await stripe.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' });
    expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
    const error = await refusal(stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' }));
    expect(error).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' });
  });
});

describe('refunds', () => {
  it('give back parts and never more than was paid', async () => {
    const intent = await stripe.paymentIntents.create({
      amount: 1000,
      currency: 'usd',
      payment_method: 'pm_card_visa',
      confirm: true,
    });
    const part = await stripe.refunds.create({ payment_intent: intent.id, amount: 400 });
    expect(part).toMatchObject({ amount: 400, status: 'succeeded', payment_intent: intent.id });
    const tooMuch = await refusal(stripe.refunds.create({ payment_intent: intent.id, amount: 601 }));
    expect(tooMuch).toMatchObject({ statusCode: 400, param: 'amount' });
    expect((await stripe.refunds.create({ payment_intent: intent.id })).amount).toBe(600);
    const charge = await stripe.charges.retrieve(String(intent.latest_charge), { expand: ['refunds'] });
    expect(charge).toMatchObject({ refunded: true, amount_refunded: 1000 });
    expect(charge.refunds?.data).toHaveLength(2);
    expect(await refusal(stripe.refunds.create({ payment_intent: intent.id }))).toMatchObject({
      code: 'charge_already_refunded',
    });
    expect((await stripe.refunds.list({ payment_intent: intent.id })).data).toHaveLength(2);
  });
});

describe('customers and their cards', () => {
  it('are made, changed, found and deleted', async () => {
    const customer = await stripe.customers.create({ email: 'a@b.test', metadata: { a: '1', b: '2' } });
    const changed = await stripe.customers.update(customer.id, { name: 'Ada', metadata: { a: '', c: '3' } });
    expect(changed).toMatchObject({ name: 'Ada', email: 'a@b.test', metadata: { b: '2', c: '3' } });
    expect((await stripe.customers.list({ email: 'a@b.test' })).data.map(({ id }) => id)).toEqual([
      customer.id,
    ]);
    expect(await stripe.customers.del(customer.id)).toMatchObject({ deleted: true });
    expect(await refusal(stripe.customers.retrieve(customer.id))).toMatchObject({ statusCode: 404 });
  });

  it('keep a card that is charged later, and refuse one that is declined', async () => {
    const { id } = await stripe.customers.create({});
    const kept = await stripe.paymentMethods.attach('pm_card_visa', { customer: id });
    const paid = await stripe.paymentIntents.create({
      amount: 500,
      currency: 'usd',
      customer: id,
      payment_method: kept.id,
      off_session: true,
      confirm: true,
    });
    expect(paid.status).toBe('succeeded');
    expect(
      await refusal(stripe.paymentMethods.attach('pm_card_chargeDeclined', { customer: id })),
    ).toMatchObject({
      statusCode: 402,
    });
    expect((await stripe.paymentMethods.list({ customer: id })).data).toHaveLength(1);
  });

  it('dispute what was paid with the card that stands for it', async () => {
    const intent = await stripe.paymentIntents.create({
      amount: 700,
      currency: 'usd',
      payment_method: 'pm_card_createDispute',
      confirm: true,
    });
    const { data } = await stripe.events.list({ type: 'charge.dispute.created' });
    expect(data[0]?.data.object).toMatchObject({
      amount: 700,
      payment_intent: intent.id,
      status: 'needs_response',
    });
  });
});
