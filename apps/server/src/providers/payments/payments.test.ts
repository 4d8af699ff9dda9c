import { type Sandbox, startSandbox } from '@officina/stripe-sandbox/start-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PaymentRefused, PaymentsUnavailable } from '../../kernel/payment-errors.ts';
import { noPayments } from './off.ts';
import type { PaymentsPort } from './port.ts';
import { stripePayments } from './stripe.ts';

let sandbox: Sandbox;
let payments: PaymentsPort;
let clock = Date.UTC(2026, 0, 15, 10);
const DAY = 86_400_000;

beforeAll(async () => {
  const prices = [
    { id: 'price_pro', name: 'Pro', amount: 4900, currency: 'eur', interval: 'month' as const },
  ];
  sandbox = await startSandbox({ prices, now: () => clock });
  const { host, port } = sandbox;
  payments = stripePayments({
    mode: 'sandbox',
    secretKey: 'sk_test_sandbox',
    address: { host, port, protocol: 'http' },
  });
});
afterAll(() => sandbox.stop());

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('it was not refused'),
    (error: unknown) => error,
  );
let keys = 0;
const key = () => `test:${++keys}`;
const urls = {
  successUrl: 'https://app.test/ok?session_id={CHECKOUT_SESSION_ID}',
  cancelUrl: 'https://app.test/no',
};
const CARD = { email: 'ada@b.test', name: 'Ada', expiry: '12 / 40', cvc: '123' };

/** Pays on the hosted page, as a browser would. */
async function payOn(url: string, number: string): Promise<Response> {
  const page = await (await fetch(url)).text();
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  return fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ ...CARD, token, number }),
    redirect: 'manual',
  });
}

describe('the payments driver', () => {
  it('sells through a hosted checkout, once per key', async () => {
    const facts = {
      ...urls,
      mode: 'payment' as const,
      lines: [{ name: 'Deposit', amountMinor: 250_000, currency: 'EUR' }],
      reference: 'order-1',
      metadata: { orderId: 'order-1' },
    };
    const [one, two] = await Promise.all([
      payments.openCheckout(facts, 'order-1'),
      payments.openCheckout(facts, 'order-1'),
    ]);
    expect(two).toEqual(one);
    expect(one).toMatchObject({
      status: 'open',
      paymentStatus: 'unpaid',
      amountMinor: 250_000,
      currency: 'eur',
    });
    expect(one.url).toContain(one.id);
    expect((await payOn(one.url ?? '', '4000 0000 0000 0002')).status).toBe(402);
    expect(await payments.findCheckout(one.id)).toMatchObject({ status: 'open' });
    expect((await payOn(one.url ?? '', '4242 4242 4242 4242')).status).toBe(303);
    const paid = await payments.findCheckout(one.id);
    expect(paid).toMatchObject({ status: 'complete', paymentStatus: 'paid', url: null });
    expect(await payments.findPayment(paid?.paymentIntentId ?? '')).toMatchObject({
      amountReceivedMinor: 250_000,
    });
    const other = await refusal(payments.openCheckout({ ...facts, reference: 'order-2' }, 'order-1'));
    expect(other).toBeInstanceOf(PaymentRefused);
    await payments.expireCheckout(one.id);
  });

  it('closes a checkout that nobody pays', async () => {
    const lines = [{ name: 'x', amountMinor: 100, currency: 'eur' }];
    const made = await payments.openCheckout(
      { ...urls, mode: 'payment', lines, reference: 'r', metadata: {} },
      key(),
    );
    await payments.expireCheckout(made.id);
    expect(await payments.findCheckout(made.id)).toMatchObject({ status: 'expired', url: null });
    expect(await payments.findCheckout('cs_nowhere')).toBeNull();
  });

  it('takes a payment, gives some back, and tells a decline apart', async () => {
    const facts = { amountMinor: 1500, currency: 'usd', metadata: { paymentId: 'p' } };
    const open = await payments.createPayment(facts, key());
    expect(open).toMatchObject({ status: 'requires_payment_method', receiptUrl: null });
    expect(await payments.cancelPayment(open.id)).toMatchObject({ status: 'canceled' });
    const paid = await payments.createPayment({ ...facts, paymentMethodId: 'pm_card_visa' }, key());
    expect(paid).toMatchObject({ status: 'succeeded', amountReceivedMinor: 1500 });
    expect(paid.receiptUrl).toContain('/receipts/');
    expect(await payments.refund(paid.id, { amountMinor: 500, metadata: {} }, key())).toMatchObject({
      amountMinor: 500,
      status: 'succeeded',
    });
    const error = await refusal(
      payments.createPayment({ ...facts, paymentMethodId: 'pm_card_chargeDeclinedInsufficientFunds' }, key()),
    );
    expect(error).toMatchObject({
      name: 'PaymentRefused',
      kind: 'declined',
      declineCode: 'insufficient_funds',
      message: 'Your card has insufficient funds.',
      paymentId: expect.stringMatching(/^pi_/),
    });
    const small = await refusal(payments.createPayment({ ...facts, amountMinor: 10 }, key()));
    expect(small).toMatchObject({ kind: 'invalid', code: 'amount_too_small' });
    const asked = await payments.createPayment(
      { ...facts, paymentMethodId: 'pm_card_authenticationRequired' },
      key(),
    );
    expect(asked).toMatchObject({
      status: 'requires_action',
      actionUrl: expect.stringContaining('/authenticate/'),
    });
  });

  it('bills a plan week by week with the card kept at the checkout', async () => {
    const customer = await payments.createCustomer({ email: 'ada@b.test', metadata: {} }, key());
    const fee = await payments.openCheckout(
      {
        ...urls,
        mode: 'payment',
        lines: [{ name: 'Fee', amountMinor: 174_300, currency: 'usd' }],
        customerId: customer.id,
        keepCard: true,
        reference: 'r',
        metadata: {},
      },
      key(),
    );
    await payOn(fee.url ?? '', '4242424242424242');
    const start = new Date(clock + 3 * DAY);
    const since = new Date(clock);
    const phases = [
      { weeks: 2, amountMinor: 6474, currency: 'usd' },
      { weeks: 1, amountMinor: 2074, currency: 'usd' },
    ];
    const facts = {
      customerId: customer.id,
      name: 'Weekly',
      start,
      phases,
      metadata: { enrollment_id: 'e' },
    };
    const plan = await payments.schedulePlan(facts, 'plan:e');
    expect(plan).toMatchObject({ status: 'not_started', subscriptionId: null });
    expect((await payments.schedulePlan(facts, 'plan:e')).id).toBe(plan.id);
    clock += 60 * DAY;
    sandbox.tick();
    const paid = await payments.eventsSince(since, ['invoice.paid']);
    const amounts = paid.map(
      ({ payload }) => (payload as { data: { object: { amount_paid: number } } }).data.object.amount_paid,
    );
    expect(amounts).toEqual([6474, 6474, 2074]);
    expect(paid.map(({ created }) => (created.getTime() - start.getTime()) / DAY)).toEqual([0, 7, 14]);
    const later = await payments.schedulePlan({ ...facts, start: new Date(clock + DAY) }, key());
    expect(await payments.cancelPlan(later.id)).toMatchObject({ status: 'canceled' });
  });

  it('opens a subscription that waits for its first payment, and ends it', async () => {
    const customer = await payments.createCustomer({ name: 'Ada', metadata: {} }, key());
    const made = await payments.createSubscription(
      { customerId: customer.id, priceId: 'price_pro', metadata: {} },
      key(),
    );
    expect(made).toMatchObject({ status: 'incomplete', priceId: 'price_pro', customerId: customer.id });
    expect(made.clientSecret).toMatch(/^pi_\w+_secret_/);
    expect(await payments.findSubscription(made.id)).toMatchObject({ clientSecret: null });
    expect(await payments.cancelSubscription(made.id, 'period_end')).toMatchObject({
      cancelAtPeriodEnd: true,
    });
    expect(await payments.cancelSubscription(made.id, 'now')).toMatchObject({ status: 'canceled' });
    expect(await refusal(payments.payInvoice('in_nowhere'))).toMatchObject({
      kind: 'invalid',
      code: 'resource_missing',
    });
  });

  it('begins a subscription with a card that is kept, or not at all', async () => {
    const { id: customerId } = await payments.createCustomer({ name: 'Ada', metadata: {} }, key());
    const facts = { customerId, priceId: 'price_pro', metadata: {}, paymentMethodId: 'pm_card_visa' };
    const made = await payments.createSubscription(facts, 'subscription:card');
    expect(made).toMatchObject({ status: 'active', priceId: 'price_pro' });
    expect((await payments.createSubscription(facts, 'subscription:card')).id).toBe(made.id);
    const declined = { ...facts, paymentMethodId: 'pm_card_chargeDeclined' };
    expect(await refusal(payments.createSubscription(declined, key()))).toMatchObject({ kind: 'declined' });
  });

  it('opens hosted pages for billing and identity', async () => {
    const customer = await payments.createCustomer({ metadata: {} }, key());
    const portal = await payments.openBillingPortal(customer.id, 'https://app.test/billing');
    expect(await (await fetch(portal.url)).text()).toContain('https://app.test/billing');
    const started = await payments.startVerification(
      { metadata: {}, returnUrl: 'https://app.test/v' },
      key(),
    );
    expect(started).toMatchObject({ status: 'requires_input', id: expect.stringMatching(/^vs_/) });
    const page = await (await fetch(started.url ?? '')).text();
    const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const choose = (outcome: string) =>
      fetch(started.url ?? '', { method: 'POST', body: new URLSearchParams({ token, outcome }) });
    await choose('document_expired');
    expect(await payments.findVerification(started.id)).toMatchObject({ reason: 'The document is expired.' });
    await choose('verified');
    expect(await payments.findVerification(started.id)).toMatchObject({ status: 'verified', url: null });
  });
});

describe('a provider that is not there', () => {
  it('is told apart from a refusal', async () => {
    const address = { host: '127.0.0.1', port: 1, protocol: 'http' as const };
    const nobody = stripePayments({ mode: 'sandbox', secretKey: 'sk_test_nobody', address });
    expect(await refusal(nobody.findPayment('pi_x'))).toBeInstanceOf(PaymentsUnavailable);
    expect(await refusal(noPayments.findPayment('pi_x'))).toBeInstanceOf(PaymentsUnavailable);
  });
});
