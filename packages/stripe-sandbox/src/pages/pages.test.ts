import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../start-sandbox.ts';
import { sandboxWithClient } from '../testing/client.ts';

let sandbox: Sandbox;
let stripe: Stripe;
beforeAll(async () => {
  ({ sandbox, stripe } = await sandboxWithClient({
    prices: [
      { id: 'price_basic', name: 'Basic', amount: 1900, currency: 'eur', interval: 'month' },
      { id: 'price_pro', name: 'Pro', amount: 4900, currency: 'eur', interval: 'month' },
    ],
  }));
});
afterAll(() => sandbox.stop());

const CARD = { email: 'ada@b.test', name: 'Ada', expiry: '12/40', cvc: '123' };
async function send(url: string | null, fields: Record<string, string>): Promise<Response> {
  const page = await (await fetch(url ?? '')).text();
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const body = new URLSearchParams({ token, ...fields });
  return fetch(url ?? '', { method: 'POST', body, redirect: 'manual' });
}
const typesSince = async (before: number) =>
  (await stripe.events.list({ limit: 100 })).data.slice(0, -before || undefined).map(({ type }) => type);
const eventCount = async () => (await stripe.events.list({ limit: 100 })).data.length;

const subscribing = () =>
  stripe.checkout.sessions.create({
    mode: 'subscription',
    line_items: [{ price: 'price_basic', quantity: 1 }],
    success_url: 'https://shop.test/ok',
    customer_email: 'ada@b.test',
    client_reference_id: 'tenant-1',
    metadata: { tenant_id: 'tenant-1' },
    subscription_data: { metadata: { tenant_id: 'tenant-1' } },
  });

describe('a checkout of a subscription', () => {
  it('makes customer, subscription and paid invoice', async () => {
    const session = await subscribing();
    expect((await send(session.url, { ...CARD, number: '4242424242424242' })).status).toBe(303);
    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['subscription', 'customer', 'line_items', 'invoice'],
    });
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      client_reference_id: 'tenant-1',
      customer: { email: 'ada@b.test' },
      subscription: { status: 'active', metadata: { tenant_id: 'tenant-1' } },
      invoice: { status: 'paid', amount_paid: 1900 },
      customer_details: { email: 'ada@b.test', name: 'Ada' },
    });
    expect(paid.line_items?.data[0]).toMatchObject({ description: 'Basic', amount_total: 1900 });
  });

  it('leaves nothing but a customer when the card is declined', async () => {
    const session = await subscribing();
    const before = await eventCount();
    const answer = await send(session.url, { ...CARD, number: '4000000000000002' });
    expect(answer.status).toBe(402);
    expect(await answer.text()).toContain('Your card was declined.');
    expect(await typesSince(before)).toEqual(['customer.created']);
    expect((await send(session.url, { ...CARD, number: '4242424242424242' })).status).toBe(303);
    expect((await typesSince(before)).filter((type) => type === 'customer.created')).toHaveLength(1);
  });

  it('keeps a card for payments to come, when a payment asks for it', async () => {
    const customer = await stripe.customers.create({});
    const session = await stripe.checkout.sessions.create({
      mode: 'payment',
      customer: customer.id,
      success_url: 'https://shop.test/ok',
      line_items: [
        { price_data: { currency: 'usd', unit_amount: 174_300, product_data: { name: 'Fee' } }, quantity: 1 },
      ],
      payment_intent_data: { setup_future_usage: 'off_session', metadata: { orderId: 'o' } },
    });
    await send(session.url, { ...CARD, number: '4242424242424242' });
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    expect(paid.payment_intent).toMatchObject({
      metadata: { orderId: 'o' },
      setup_future_usage: 'off_session',
    });
    expect((await stripe.paymentMethods.list({ customer: customer.id })).data).toHaveLength(1);
  });
});

describe('the billing portal', () => {
  it('changes plan and card, cancels and takes it back, of its own customer alone', async () => {
    const session = await subscribing();
    await send(session.url, { ...CARD, number: '4242424242424242' });
    const { customer, subscription: id } = await stripe.checkout.sessions.retrieve(session.id);
    const subscription = String(id);
    const portal = await stripe.billingPortal.sessions.create({
      customer: String(customer),
      return_url: 'https://shop.test/b',
    });
    await send(portal.url, { do: 'switch', subscription, price: 'price_pro' });
    expect((await stripe.subscriptions.retrieve(subscription)).items.data[0]?.price.id).toBe('price_pro');
    await send(portal.url, { do: 'cancel', subscription });
    expect(await stripe.subscriptions.retrieve(subscription)).toMatchObject({ cancel_at_period_end: true });
    await send(portal.url, { do: 'resume', subscription });
    expect(await stripe.subscriptions.retrieve(subscription)).toMatchObject({ cancel_at_period_end: false });
    expect((await send(portal.url, { do: 'card', ...CARD, number: '4000000000000002' })).status).toBe(402);
    expect((await send(portal.url, { do: 'card', ...CARD, number: '5555555555554444' })).status).toBe(303);
    expect(await (await fetch(portal.url)).text()).toContain('mastercard ending in 4444');
    const stranger = await stripe.customers.create({});
    const other = await stripe.billingPortal.sessions.create({ customer: stranger.id });
    await send(other.url, { do: 'cancel', subscription });
    expect(await stripe.subscriptions.retrieve(subscription)).toMatchObject({ cancel_at_period_end: false });
  });

  it('sends nobody to what is no web address', async () => {
    const { id: customer } = await stripe.customers.create({});
    const call = stripe.billingPortal.sessions.create({ customer, return_url: 'javascript:alert(1)' });
    await expect(call).rejects.toMatchObject({ statusCode: 400, param: 'return_url' });
  });
});

describe('a verification', () => {
  it('fails, is tried again, and succeeds once', async () => {
    const started = await stripe.identity.verificationSessions.create({
      type: 'document',
      metadata: { user_id: 'u' },
      return_url: 'https://shop.test/verified',
    });
    await send(started.url, { outcome: 'selfie_face_mismatch' });
    const refused = await stripe.identity.verificationSessions.retrieve(started.id);
    expect(refused).toMatchObject({ status: 'requires_input', last_error: { code: 'selfie_face_mismatch' } });
    expect(await (await send(started.url, { outcome: 'verified' })).text()).toContain(
      'https://shop.test/verified',
    );
    expect(await stripe.identity.verificationSessions.retrieve(started.id)).toMatchObject({
      status: 'verified',
      last_error: null,
      url: null,
    });
    await expect(stripe.identity.verificationSessions.cancel(started.id)).rejects.toMatchObject({
      statusCode: 400,
    });
    const types = (await stripe.events.list({ type: 'identity.verification_session.*' })).data.map(
      ({ type }) => type,
    );
    expect(types.map((type) => type.split('.').at(-1))).toEqual(['verified', 'requires_input', 'created']);
  });
});

describe('payment intents', () => {
  it('are paid on a page of their own by who knows their secret', async () => {
    const intent = await stripe.paymentIntents.create({ amount: 900, currency: 'usd' });
    const url = `http://${sandbox.host}:${sandbox.port}/pages/pay/${intent.id}`;
    expect((await fetch(`${url}?client_secret=guess`)).status).toBe(404);
    await send(`${url}?client_secret=${intent.client_secret}`, { ...CARD, number: '4242424242424242' });
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'succeeded' });
  });
});
