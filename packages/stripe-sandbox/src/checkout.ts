import type Stripe from 'stripe';
import { randomText } from './ids.ts';
import { amountOf, type Line, productOf } from './prices.ts';
import type { CheckoutPlan } from './store.ts';
import { invalid } from './stripe-error.ts';
import type { World } from './world.ts';

export interface NewSession {
  mode: 'payment' | 'subscription';
  lines: readonly Line[];
  customer: string | null;
  customerEmail: string | null;
  alwaysCustomer: boolean;
  successUrl: string;
  cancelUrl: string | null;
  reference: string | null;
  metadata: Record<string, string>;
  intent: CheckoutPlan['intent'];
  subscription: CheckoutPlan['subscription'];
  expiresAt: number | null;
}

const HOUR = 3600;

export function makeSession(world: World, facts: NewSession): Stripe.Checkout.Session {
  const [first] = facts.lines;
  if (!first) throw invalid('Missing required param: line_items.', 'line_items', 'parameter_missing');
  if (facts.lines.some(({ price }) => price.currency !== first.price.currency))
    throw invalid('All line items must have the same currency.', 'line_items');
  if (facts.mode === 'payment' && facts.lines.some(({ price }) => price.recurring))
    throw invalid('You specified `payment` mode but passed a recurring price.', 'line_items');
  if (facts.mode === 'subscription' && !facts.lines.some(({ price }) => price.recurring))
    throw invalid('You must provide at least one recurring price in `subscription` mode.', 'line_items');
  const now = world.now();
  const expires = facts.expiresAt ?? now + 24 * HOUR;
  if (expires < now + 1800 || expires > now + 24 * HOUR)
    throw invalid(
      'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.',
      'expires_at',
    );
  const total = facts.lines.reduce((sum, line) => sum + amountOf(line), 0);
  const id = `cs_test_${randomText(58)}`;
  const session = world.store.put({
    id,
    object: 'checkout.session',
    amount_subtotal: total,
    amount_total: total,
    cancel_url: facts.cancelUrl,
    client_reference_id: facts.reference,
    client_secret: null,
    created: now,
    currency: first.price.currency,
    customer: facts.customer,
    customer_creation: facts.alwaysCustomer ? 'always' : 'if_required',
    customer_details: null,
    customer_email: facts.customerEmail,
    expires_at: expires,
    invoice: null,
    line_items: {
      object: 'list',
      data: facts.lines.map((line, at) => ({
        id: `li_${id.slice(-20)}${at}`,
        object: 'item',
        amount_subtotal: amountOf(line),
        amount_total: amountOf(line),
        currency: line.price.currency,
        description: productOf(world, line.price)?.name ?? '',
        price: line.price,
        quantity: line.quantity,
      })),
      has_more: false,
      url: `/v1/checkout/sessions/${id}/line_items`,
    },
    livemode: false,
    locale: null,
    metadata: facts.metadata,
    mode: facts.mode,
    payment_intent: null,
    payment_method_types: ['card'],
    payment_status: total === 0 ? 'no_payment_required' : 'unpaid',
    status: 'open',
    subscription: null,
    success_url: facts.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${world.pagesUrl}/checkout/${id}`,
  } as unknown as Stripe.Checkout.Session);
  const { intent, subscription } = facts;
  world.store.put({ id: planId(id), object: 'sandbox.checkout_plan', intent, subscription });
  return session;
}

export const planId = (sessionId: string): string => `plan_${sessionId}`;

/** Closes an open session: nobody can pay it any more. */
export function expireSession(world: World, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  if (session.status !== 'open')
    throw invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    );
  session.status = 'expired';
  session.url = null;
  world.store.put(session);
  world.emit('checkout.session.expired', session);
  return session;
}
