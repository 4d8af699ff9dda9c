import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../start-sandbox.ts';
import { sandboxWithClient } from '../testing/client.ts';

const START = Date.UTC(2026, 0, 31, 9) / 1000;
const DAY = 86_400;
const WEEK = 7 * DAY;

let sandbox: Sandbox;
let stripe: Stripe;
beforeAll(async () => {
  ({ sandbox, stripe } = await sandboxWithClient({
    prices: [{ id: 'price_pro', name: 'Pro', amount: 4900, currency: 'eur', interval: 'month' }],
  }));
});
afterAll(() => sandbox.stop());

/** A customer with a card, under a clock of its own. */
async function customerWith(card: string) {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: START });
  const { id } = await stripe.customers.create({ email: 'a@b.test', test_clock: clock.id });
  const method = await stripe.paymentMethods.attach(card, { customer: id });
  await stripe.customers.update(id, { invoice_settings: { default_payment_method: method.id } });
  const advance = (frozen_time: number) => stripe.testHelpers.testClocks.advance(clock.id, { frozen_time });
  return { id, method: method.id, advance };
}
const invoicesOf = async (customer: string) => (await stripe.invoices.list({ customer, limit: 100 })).data;
const typesOf = async (customer: string) => {
  const events = await stripe.events.list({ limit: 100 });
  return events.data
    .filter(({ data }) => (data.object as { customer?: string }).customer === customer)
    .map(({ type }) => type);
};
const periodEndOf = ({ items }: Stripe.Subscription) =>
  new Date((items.data[0]?.current_period_end ?? 0) * 1000).toISOString().slice(0, 10);

describe('subscriptions', () => {
  it('are paid each month, on the last day of shorter ones', async () => {
    const customer = await customerWith('pm_card_visa');
    const made = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: 'price_pro' }],
    });
    expect(made).toMatchObject({ status: 'active', currency: 'eur' });
    expect(periodEndOf(made)).toBe('2026-02-28');
    await customer.advance(START + 60 * DAY);
    const later = await stripe.subscriptions.retrieve(made.id, { expand: ['latest_invoice'] });
    expect(periodEndOf(later)).toBe('2026-04-30');
    expect(later.latest_invoice).toMatchObject({
      status: 'paid',
      amount_paid: 4900,
      billing_reason: 'subscription_cycle',
      parent: { subscription_details: { subscription: made.id } },
    });
    expect(await invoicesOf(customer.id)).toHaveLength(3);
  });

  it('wait for their first payment when told to, and go on when it comes', async () => {
    const { id } = await stripe.customers.create({ email: 'new@b.test' });
    const made = await stripe.subscriptions.create({
      customer: id,
      items: [{ price: 'price_pro' }],
      payment_behavior: 'default_incomplete',
      expand: ['latest_invoice.confirmation_secret', 'latest_invoice.payments'],
    });
    expect(made.status).toBe('incomplete');
    const invoice = made.latest_invoice as Stripe.Invoice;
    const intentId = String(invoice.payments?.data[0]?.payment.payment_intent);
    expect(invoice.confirmation_secret?.client_secret).toMatch(new RegExp(`^${intentId}_secret_`));
    await stripe.paymentIntents.confirm(intentId, { payment_method: 'pm_card_visa' });
    expect(await stripe.subscriptions.retrieve(made.id)).toMatchObject({ status: 'active' });
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ status: 'paid' });
    expect(await stripe.invoices.retrieve(invoice.id)).not.toHaveProperty('confirmation_secret');
  });

  it('fall behind with a card that fails, and recover with a better one', async () => {
    const customer = await customerWith('pm_card_visa');
    const made = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: 'price_pro' }],
    });
    const failing = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: customer.id,
    });
    await stripe.subscriptions.update(made.id, { default_payment_method: failing.id });
    await customer.advance(START + 29 * DAY);
    const behind = await stripe.subscriptions.retrieve(made.id, { expand: ['latest_invoice'] });
    expect(behind.status).toBe('past_due');
    expect(behind.latest_invoice).toMatchObject({ status: 'open', attempt_count: 1 });
    const invoice = (behind.latest_invoice as Stripe.Invoice).id;
    await expect(stripe.invoices.pay(invoice)).rejects.toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(await stripe.invoices.pay(invoice, { payment_method: 'pm_card_visa' })).toMatchObject({
      status: 'paid',
    });
    expect(await stripe.subscriptions.retrieve(made.id)).toMatchObject({ status: 'active' });
  });

  it('end when every try has failed', async () => {
    const customer = await customerWith('pm_card_visa');
    const made = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: 'price_pro' }],
    });
    const failing = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: customer.id,
    });
    await stripe.subscriptions.update(made.id, { default_payment_method: failing.id });
    await customer.advance(START + 60 * DAY);
    expect(await stripe.subscriptions.retrieve(made.id)).toMatchObject({ status: 'canceled' });
    const types = await typesOf(customer.id);
    expect(types.filter((type) => type === 'invoice.payment_failed')).toHaveLength(4);
    expect(types).toContain('customer.subscription.deleted');
  });

  it('end at once, or with their period', async () => {
    const customer = await customerWith('pm_card_visa');
    const facts = { customer: customer.id, items: [{ price: 'price_pro' }] };
    const [now, later] = [await stripe.subscriptions.create(facts), await stripe.subscriptions.create(facts)];
    expect(await stripe.subscriptions.cancel(now.id)).toMatchObject({ status: 'canceled' });
    expect(await stripe.subscriptions.update(later.id, { cancel_at_period_end: true })).toMatchObject({
      status: 'active',
      cancel_at_period_end: true,
    });
    await customer.advance(START + 29 * DAY);
    expect(await stripe.subscriptions.retrieve(later.id)).toMatchObject({ status: 'canceled' });
    expect(await invoicesOf(customer.id)).toHaveLength(2);
  });
});

describe('schedules', () => {
  const weekly = (unit_amount: number, product: string) => ({
    price_data: { currency: 'usd', product, unit_amount, recurring: { interval: 'week' as const } },
  });

  it('bill every week of every phase, then end', async () => {
    const customer = await customerWith('pm_card_visa');
    const product = (await stripe.products.create({ name: 'Weekly plan' })).id;
    const anchor = START + 9 * DAY;
    const made = await stripe.subscriptionSchedules.create({
      customer: customer.id,
      start_date: anchor,
      end_behavior: 'cancel',
      metadata: { enrollment_id: 'e1' },
      phases: [
        {
          items: [weekly(6474, product)],
          duration: { interval: 'week', interval_count: 3 },
          proration_behavior: 'none',
          metadata: { enrollment_id: 'e1' },
        },
        {
          items: [weekly(2074, product)],
          duration: { interval: 'week', interval_count: 1 },
          proration_behavior: 'none',
          metadata: { enrollment_id: 'e1' },
        },
      ],
    });
    expect(made).toMatchObject({ status: 'not_started', subscription: null });
    await customer.advance(anchor - 1);
    expect(await invoicesOf(customer.id)).toEqual([]);
    await customer.advance(anchor);
    const begun = await stripe.subscriptionSchedules.retrieve(made.id, { expand: ['subscription'] });
    expect(begun).toMatchObject({
      status: 'active',
      subscription: { status: 'active', metadata: { enrollment_id: 'e1' } },
    });
    await customer.advance(anchor + 20 * WEEK);
    const invoices = (await invoicesOf(customer.id)).toReversed();
    expect(invoices.map(({ amount_paid, created }) => [amount_paid, (created - anchor) / WEEK])).toEqual([
      [6474, 0],
      [6474, 1],
      [6474, 2],
      [2074, 3],
    ]);
    expect(invoices[0]?.parent?.subscription_details?.metadata).toEqual({ enrollment_id: 'e1' });
    const ended = await stripe.subscriptionSchedules.retrieve(made.id, { expand: ['subscription'] });
    expect(ended).toMatchObject({ status: 'completed', subscription: { status: 'canceled' } });
  });

  it('are canceled before and after they begin', async () => {
    const customer = await customerWith('pm_card_visa');
    const product = (await stripe.products.create({ name: 'Weekly plan' })).id;
    const facts = { customer: customer.id, phases: [{ items: [weekly(100, product)] }] };
    const later = await stripe.subscriptionSchedules.create({ ...facts, start_date: START + DAY });
    expect(await stripe.subscriptionSchedules.cancel(later.id)).toMatchObject({ status: 'canceled' });
    const now = await stripe.subscriptionSchedules.create({ ...facts, start_date: 'now' });
    const canceled = await stripe.subscriptionSchedules.cancel(now.id, { expand: ['subscription'] });
    expect(canceled).toMatchObject({ status: 'canceled', subscription: { status: 'canceled' } });
  });
});

describe('invoices', () => {
  it('are drawn up, finalized and paid', async () => {
    const customer = await customerWith('pm_card_visa');
    const draft = await stripe.invoices.create({ customer: customer.id, currency: 'eur' });
    await stripe.invoiceItems.create({
      customer: customer.id,
      invoice: draft.id,
      amount: 1200,
      description: 'Work',
    });
    await stripe.invoiceItems.create({
      customer: customer.id,
      invoice: draft.id,
      pricing: { price: 'price_pro' },
    });
    const open = await stripe.invoices.finalizeInvoice(draft.id);
    expect(open).toMatchObject({ status: 'open', total: 6100, amount_remaining: 6100 });
    expect(open.number).toMatch(/-0001$/);
    expect(await stripe.invoices.pay(open.id)).toMatchObject({ status: 'paid', amount_paid: 6100 });
    await expect(stripe.invoices.pay(open.id)).rejects.toMatchObject({ code: 'invoice_already_paid' });
    await expect(stripe.invoices.voidInvoice(open.id)).rejects.toMatchObject({ statusCode: 400 });
  });

  it('say that they lack a payment method', async () => {
    const { id } = await stripe.customers.create({});
    const draft = await stripe.invoices.create({ customer: id, currency: 'eur' });
    await stripe.invoiceItems.create({ customer: id, invoice: draft.id, amount: 500 });
    await expect(stripe.invoices.pay(draft.id)).rejects.toMatchObject({ code: 'missing_payment_method' });
    expect(await stripe.invoices.voidInvoice(draft.id)).toMatchObject({ status: 'void' });
  });
});
