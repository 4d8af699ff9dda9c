import type Stripe from 'stripe';
import type { Checkout, Payment, PaymentStatus, Plan, Subscription, Verification } from './port.ts';

const idOf = (reference: string | { id: string } | null | undefined): string | null =>
  typeof reference === 'string' ? reference : (reference?.id ?? null);
const moment = (seconds: number): Date => new Date(seconds * 1000);

export const checkoutOf = (session: Stripe.Checkout.Session): Checkout => ({
  id: session.id,
  status: (session.status ?? 'open') as Checkout['status'],
  paymentStatus: session.payment_status as Checkout['paymentStatus'],
  url: session.url,
  amountMinor: session.amount_total,
  currency: session.currency,
  customerId: idOf(session.customer),
  paymentIntentId: idOf(session.payment_intent),
  subscriptionId: idOf(session.subscription),
  expiresAt: moment(session.expires_at),
});

/** The intent with `latest_charge` expanded, for the receipt. */
export const paymentOf = (intent: Stripe.PaymentIntent): Payment => ({
  id: intent.id,
  status: intent.status as PaymentStatus,
  clientSecret: intent.client_secret,
  amountMinor: intent.amount,
  amountReceivedMinor: intent.amount_received,
  currency: intent.currency,
  customerId: idOf(intent.customer),
  receiptUrl: typeof intent.latest_charge === 'object' ? (intent.latest_charge?.receipt_url ?? null) : null,
  actionUrl: intent.next_action?.redirect_to_url?.url ?? null,
  error: intent.last_payment_error?.message ?? null,
});

/** The subscription with `latest_invoice.confirmation_secret` expanded where its first payment is still to be made. */
export function subscriptionOf(subscription: Stripe.Subscription): Subscription {
  const [item] = subscription.items.data;
  const { latest_invoice: invoice } = subscription;
  return {
    id: subscription.id,
    customerId: idOf(subscription.customer) ?? '',
    status: subscription.status,
    priceId: item?.price.id ?? null,
    periodStart: moment(item?.current_period_start ?? subscription.created),
    periodEnd: moment(item?.current_period_end ?? subscription.created),
    cancelAtPeriodEnd: subscription.cancel_at_period_end,
    clientSecret: typeof invoice === 'object' ? (invoice?.confirmation_secret?.client_secret ?? null) : null,
  };
}

export const planOf = (schedule: Stripe.SubscriptionSchedule): Plan => ({
  id: schedule.id,
  subscriptionId: idOf(schedule.subscription),
  status: schedule.status,
});

export const verificationOf = (session: Stripe.Identity.VerificationSession): Verification => ({
  id: session.id,
  status: session.status as Verification['status'],
  url: session.url,
  reason: session.last_error?.reason ?? null,
});
