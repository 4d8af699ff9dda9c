import type Stripe from 'stripe';
import { newId } from './ids.ts';
import { StripeError } from './stripe-error.ts';
import { cardByToken, TEST_CARDS, type TestCard } from './test-cards.ts';
import type { World } from './world.ts';

interface BillingDetails {
  email?: string | null;
  name?: string | null;
}

/** A payment method over a test card, as a browser's card form would make it. */
export function makeCard(world: World, card: TestCard, billing: BillingDetails = {}): Stripe.PaymentMethod {
  return world.store.put({
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: {
      address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
      email: billing.email ?? null,
      name: billing.name ?? null,
      phone: null,
      tax_id: null,
    },
    card: {
      brand: card.brand,
      checks: null,
      country: 'US',
      display_brand: card.brand,
      exp_month: 12,
      exp_year: new Date(world.now() * 1000).getUTCFullYear() + 3,
      // Tells the cards of one number from others; the sandbox finds the card's behaviour by it.
      fingerprint: `sandbox${card.number}`,
      funding: 'credit',
      last4: card.number.slice(-4),
    },
    created: world.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  } as Stripe.PaymentMethod);
}

/** The method of an id, or a fresh one for a token such as `pm_card_visa`. */
export function resolveMethod(world: World, id: string, param: string): Stripe.PaymentMethod {
  const card = cardByToken(id);
  return card ? makeCard(world, card) : world.store.get('payment_method', id, param);
}

export function cardOf(method: Stripe.PaymentMethod): TestCard {
  const number = method.card?.fingerprint?.slice('sandbox'.length);
  const card = TEST_CARDS.find((each) => each.number === number);
  if (!card) throw new Error(`payment method ${method.id} has no test card`);
  return card;
}

/** Keeps a method for a customer; cards that the issuer refuses outright cannot be kept. */
export function attach(world: World, method: Stripe.PaymentMethod, customerId: string): void {
  const { decline, failsLater } = cardOf(method);
  if (decline && !failsLater) throw new StripeError(402, { type: 'card_error', ...decline });
  if (method.customer === customerId) return;
  method.customer = customerId;
  world.store.put(method);
  world.emit('payment_method.attached', method);
}
