import type Stripe from 'stripe';
import { newId } from './ids.ts';
import { cardOf } from './payment-methods.ts';
import type { TestCard } from './test-cards.ts';
import { idOf, type World } from './world.ts';

/** One try to take an intent's amount from a card; failed ones are kept too. */
export function charge(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: TestCard['decline'] | null,
): Stripe.Charge {
  const { card } = method;
  const made = world.store.put({
    id: newId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: decline ? 0 : intent.amount,
    amount_refunded: 0,
    balance_transaction: decline ? null : newId('txn'),
    billing_details: method.billing_details,
    captured: !decline,
    created: world.now(),
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    disputed: false,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    outcome: {
      network_status: decline ? 'declined_by_network' : 'approved_by_network',
      reason: decline?.decline_code ?? null,
      risk_level: 'normal',
      seller_message: decline
        ? 'The bank did not return any further details with this decline.'
        : 'Payment complete.',
      type: decline ? 'issuer_declined' : 'authorized',
    },
    paid: !decline,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: {
      card: {
        brand: card?.brand,
        country: card?.country,
        exp_month: card?.exp_month,
        exp_year: card?.exp_year,
        funding: card?.funding,
        last4: card?.last4,
      },
      type: 'card',
    },
    receipt_email: intent.receipt_email,
    receipt_url: null,
    refunded: false,
    refunds: { object: 'list', data: [], has_more: false, url: '' },
    status: decline ? 'failed' : 'succeeded',
  } as unknown as Stripe.Charge);
  if (!decline) made.receipt_url = `${world.pagesUrl}/receipts/${made.id}`;
  world.emit(decline ? 'charge.failed' : 'charge.succeeded', made);
  if (!decline && cardOf(method).dispute) dispute(world, made);
  return made;
}

function dispute(world: World, disputed: Stripe.Charge): void {
  disputed.disputed = true;
  const opened = world.store.put({
    id: newId('du'),
    object: 'dispute',
    amount: disputed.amount,
    balance_transactions: [],
    charge: disputed.id,
    created: world.now(),
    currency: disputed.currency,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: idOf(disputed.payment_intent),
    reason: 'fraudulent',
    status: 'needs_response',
  } as unknown as Stripe.Dispute);
  world.emit('charge.dispute.created', opened);
}
