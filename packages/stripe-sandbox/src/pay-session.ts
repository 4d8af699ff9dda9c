import type Stripe from 'stripe';
import { makeSubscription } from './billing/subscriptions.ts';
import { planId } from './checkout.ts';
import { makeCustomer } from './customers.ts';
import { attach, makeCard } from './payment-methods.ts';
import { confirm, createIntent } from './payments.ts';
import { StripeError } from './stripe-error.ts';
import type { TestCard } from './test-cards.ts';
import { idOf, type World } from './world.ts';

export interface Payer {
  card: TestCard;
  email: string;
  name: string;
  /** Has shown themselves to their bank. */
  authenticated: boolean;
}

/** Pays a session as its hosted page does. Throws a card_error when declined: the session then stays open. */
export function paySession(world: World, session: Stripe.Checkout.Session, payer: Payer): void {
  if (session.status !== 'open')
    throw new StripeError(400, {
      type: 'invalid_request_error',
      message: `This checkout is ${session.status}.`,
    });
  const method = makeCard(world, payer.card, payer);
  const customer = idOf(session.customer) ?? newCustomer(world, session, payer);
  const plan = world.store.get('sandbox.checkout_plan', planId(session.id));
  if (session.mode === 'subscription' && customer) {
    attach(world, method, customer);
    const { metadata, description, trialDays } = plan.subscription;
    const subscription = makeSubscription(world, {
      customer,
      lines: (session.line_items?.data ?? []).flatMap(({ price, quantity }) =>
        price?.recurring ? [{ price, quantity: quantity ?? 1 }] : [],
      ),
      metadata,
      description,
      defaultMethod: method.id,
      behavior: 'error_if_incomplete',
      trialEnd: trialDays ? world.nowOf(customer) + trialDays * 86_400 : null,
      authenticated: payer.authenticated,
    });
    session.subscription = subscription.id;
    session.invoice = idOf(subscription.latest_invoice);
  } else if (session.amount_total) {
    const { metadata, description, setupFutureUsage } = plan.intent;
    const begun = idOf(session.payment_intent);
    const intent = begun
      ? world.store.get('payment_intent', begun)
      : createIntent(world, {
          amount: session.amount_total,
          currency: session.currency ?? '',
          customer,
          description,
          metadata,
          setup_future_usage: setupFutureUsage,
        });
    session.payment_intent = intent.id;
    world.store.put(session);
    confirm(world, intent, { method, authenticated: payer.authenticated });
  }
  session.customer = customer;
  complete(world, session, payer);
}

function newCustomer(world: World, session: Stripe.Checkout.Session, { email, name }: Payer): string | null {
  const wanted = session.mode === 'subscription' || session.customer_creation === 'always';
  if (!wanted) return null;
  const customer = makeCustomer(world, { email, name }).id;
  // A declined first try does not make a second customer.
  session.customer = customer;
  return customer;
}

function complete(world: World, session: Stripe.Checkout.Session, { email, name }: Payer): void {
  session.status = 'complete';
  session.url = null;
  if (session.amount_total) session.payment_status = 'paid';
  session.customer_details = {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  };
  world.store.put(session);
  world.emit('checkout.session.completed', session);
}

/** Where the browser goes after a paid session, with the session's id filled in. */
export const successUrlOf = (session: Stripe.Checkout.Session): string | null =>
  session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id) ?? null;
