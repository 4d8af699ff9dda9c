import type Stripe from 'stripe';
import { newId } from './ids.ts';
import { invalid } from './stripe-error.ts';
import { idOf, type World } from './world.ts';

interface NewRefund {
  charge: Stripe.Charge;
  amount: number | null;
  reason: string | null;
  metadata: Record<string, string>;
}

/** Gives money of a charge back; all that is left when no amount is named. */
export function refund(world: World, { charge, amount, reason, metadata }: NewRefund): Stripe.Refund {
  const left = charge.amount_captured - charge.amount_refunded;
  if (!charge.paid)
    throw invalid(`Charge ${charge.id} has not been paid.`, 'charge', 'charge_not_refundable');
  if (charge.disputed)
    throw invalid(`Charge ${charge.id} has been charged back.`, 'charge', 'charge_disputed');
  if (left === 0)
    throw invalid(`Charge ${charge.id} has already been refunded.`, 'charge', 'charge_already_refunded');
  if (amount !== null && amount < 1)
    throw invalid('This value must be greater than or equal to 1.', 'amount', 'parameter_invalid_integer');
  if (amount !== null && amount > left)
    throw invalid(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      'amount',
      'amount_too_large',
    );
  const made = world.store.put({
    id: newId('re'),
    object: 'refund',
    amount: amount ?? left,
    balance_transaction: newId('txn'),
    charge: charge.id,
    created: world.nowOf(idOf(charge.customer)),
    currency: charge.currency,
    customer: idOf(charge.customer),
    metadata,
    payment_intent: idOf(charge.payment_intent),
    reason,
    receipt_number: null,
    status: 'succeeded',
  } as Stripe.Refund);
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  charge.amount_refunded += made.amount;
  charge.refunded = charge.amount_refunded === charge.amount_captured;
  charge.refunds?.data.unshift(made);
  world.store.put(charge);
  world.emit('refund.created', made);
  world.emit('charge.refunded', charge, before);
  return made;
}
