import type Stripe from 'stripe';
import { charge } from './charges.ts';
import { newId, randomText } from './ids.ts';
import { attach, cardOf } from './payment-methods.ts';
import { invalid, StripeError } from './stripe-error.ts';
import { idOf, type World } from './world.ts';

export interface NewIntent {
  amount: number;
  currency: string;
  customer?: string | null;
  description?: string | null;
  metadata?: Record<string, string>;
  receipt_email?: string | null;
  setup_future_usage?: 'on_session' | 'off_session' | null;
  /** The caller did not say which methods: Stripe then chooses. */
  automatic?: boolean;
}

export function createIntent(world: World, facts: NewIntent): Stripe.PaymentIntent {
  if (facts.amount < 1)
    throw invalid('This value must be greater than or equal to 1.', 'amount', 'parameter_invalid_integer');
  if (facts.amount < 50)
    throw invalid(
      'Amount must be at least 50 in the smallest unit of the currency.',
      'amount',
      'amount_too_small',
    );
  if (facts.amount > 99_999_999)
    throw invalid('Amount must be no more than 99999999.', 'amount', 'amount_too_large');
  const id = newId('pi');
  const intent = world.store.put({
    id,
    object: 'payment_intent',
    amount: facts.amount,
    amount_capturable: 0,
    amount_received: 0,
    automatic_payment_methods: facts.automatic ? { allow_redirects: 'always', enabled: true } : null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: 'automatic',
    created: world.nowOf(facts.customer),
    currency: facts.currency,
    customer: facts.customer ?? null,
    description: facts.description ?? null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: facts.metadata ?? {},
    next_action: null,
    payment_method: null,
    payment_method_types: ['card'],
    receipt_email: facts.receipt_email ?? null,
    setup_future_usage: facts.setup_future_usage ?? null,
    status: 'requires_payment_method',
  } as unknown as Stripe.PaymentIntent);
  world.emit('payment_intent.created', intent);
  return intent;
}

/** Throws where an intent's status forbids what is asked. */
export function unexpectedState(intent: Stripe.PaymentIntent, what: string): StripeError {
  return new StripeError(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message: `This PaymentIntent could not be ${what} because it has a status of ${intent.status}.`,
    payment_intent: intent,
  });
}

interface Confirmation {
  method: Stripe.PaymentMethod;
  /** The card holder is not there: a bank that wants to see them declines. */
  offSession?: boolean;
  /** The card holder has just shown themselves to their bank. */
  authenticated?: boolean;
  returnUrl?: string | null;
}

const CONFIRMABLE: readonly string[] = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
];

/** Tries to take the money. Throws a card_error (402) when declined; the intent then waits for another method. */
export function confirm(world: World, intent: Stripe.PaymentIntent, by: Confirmation): Stripe.PaymentIntent {
  if (!CONFIRMABLE.includes(intent.status)) throw unexpectedState(intent, 'confirmed');
  const { method } = by;
  const card = cardOf(method);
  intent.payment_method = method.id;
  const saved = method.customer !== null;
  if (!by.authenticated && (card.challenge === 'always' || (card.challenge && !saved))) {
    if (!by.offSession) return challenge(world, intent, by.returnUrl ?? null);
    const needed = 'Your card was declined. This transaction requires authentication.';
    decline(world, intent, method, {
      code: 'authentication_required',
      decline_code: 'authentication_required',
      message: needed,
    });
  }
  if (card.decline && (!card.failsLater || saved)) decline(world, intent, method, card.decline);
  intent.status = 'succeeded';
  intent.amount_received = intent.amount;
  intent.last_payment_error = null;
  intent.next_action = null;
  if (intent.setup_future_usage && typeof intent.customer === 'string')
    attach(world, method, intent.customer);
  intent.latest_charge = charge(world, intent, method, null).id;
  world.store.put(intent);
  world.emit('payment_intent.succeeded', intent);
  for (const paid of world.whenPaid) paid(intent);
  return intent;
}

function challenge(
  world: World,
  intent: Stripe.PaymentIntent,
  returnUrl: string | null,
): Stripe.PaymentIntent {
  intent.status = 'requires_action';
  const url = `${world.pagesUrl}/authenticate/${intent.id}?client_secret=${intent.client_secret}`;
  intent.next_action = { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } };
  world.store.put(intent);
  world.emit('payment_intent.requires_action', intent);
  return intent;
}

/** Records the refusal and throws it. */
export function decline(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  reason: { code: string; decline_code?: string; message: string },
): never {
  const failed = charge(world, intent, method, reason);
  intent.status = 'requires_payment_method';
  intent.payment_method = null;
  intent.next_action = null;
  intent.latest_charge = failed.id;
  intent.last_payment_error = {
    type: 'card_error',
    charge: failed.id,
    ...reason,
    payment_method: method,
  } as Stripe.PaymentIntent['last_payment_error'];
  world.store.put(intent);
  world.emit('payment_intent.payment_failed', intent);
  throw new StripeError(402, {
    type: 'card_error',
    ...reason,
    charge: failed.id,
    payment_intent: structuredClone(intent),
  });
}

const CANCELABLE: readonly string[] = [...CONFIRMABLE, 'requires_capture', 'processing'];

export function cancelIntent(
  world: World,
  intent: Stripe.PaymentIntent,
  reason: string | null,
): Stripe.PaymentIntent {
  if (!CANCELABLE.includes(intent.status)) throw unexpectedState(intent, 'canceled');
  intent.status = 'canceled';
  intent.canceled_at = world.nowOf(idOf(intent.customer));
  intent.cancellation_reason = reason as Stripe.PaymentIntent['cancellation_reason'];
  intent.next_action = null;
  world.store.put(intent);
  world.emit('payment_intent.canceled', intent);
  return intent;
}
