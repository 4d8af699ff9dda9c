import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import { periodEnd } from '../periods.ts';
import type { Line } from '../prices.ts';
import { invalid, StripeError } from '../stripe-error.ts';
import { idOf, type World } from '../world.ts';
import { addLine, finalize, lineOfPrice, makeInvoice, pay, voidInvoice } from './invoices.ts';

type Metadata = Record<string, string>;
export type PaymentBehavior = 'allow_incomplete' | 'default_incomplete' | 'error_if_incomplete';

export interface NewSubscription {
  customer: string;
  lines: readonly Line[];
  metadata?: Metadata;
  description?: string | null;
  defaultMethod?: string | null;
  behavior?: PaymentBehavior;
  /** Where periods are counted from, when it is not now; nothing is owed for the time until then. */
  anchor?: number | null;
  trialEnd?: number | null;
  schedule?: string | null;
  collection?: 'charge_automatically' | 'send_invoice';
  /** The card holder has just shown themselves to their bank. */
  authenticated?: boolean;
}

export function recurrenceOf({ price }: Line): Stripe.Price.Recurring {
  if (!price.recurring)
    throw invalid(
      `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
      'items[0][price]',
    );
  return price.recurring;
}

const OPEN: readonly string[] = ['active', 'trialing', 'past_due', 'unpaid', 'incomplete'];
export const isOpen = ({ status }: Stripe.Subscription): boolean => OPEN.includes(status);

export const linesOf = ({ items }: Stripe.Subscription): Line[] =>
  items.data.map(({ price, quantity }) => ({ price, quantity: quantity ?? 1 }));
export const periodOf = ({ items }: Stripe.Subscription) => ({
  start: items.data[0]?.current_period_start ?? 0,
  end: items.data[0]?.current_period_end ?? 0,
});

export function itemsOf(
  lines: readonly Line[],
  id: string,
  period: { start: number; end: number },
  now: number,
): Stripe.SubscriptionItem[] {
  return lines.map(
    ({ price, quantity }) =>
      ({
        id: newId('si'),
        object: 'subscription_item',
        created: now,
        current_period_end: period.end,
        current_period_start: period.start,
        discounts: [],
        metadata: {},
        price,
        quantity,
        subscription: id,
        tax_rates: [],
      }) as unknown as Stripe.SubscriptionItem,
  );
}

export function makeSubscription(world: World, facts: NewSubscription): Stripe.Subscription {
  const [first] = facts.lines;
  if (!first) throw invalid('Missing required param: items.', 'items', 'parameter_missing');
  const recurrence = recurrenceOf(first);
  for (const line of facts.lines) recurrenceOf(line);
  const customer = world.store.get('customer', facts.customer, 'customer');
  const now = world.nowOf(customer.id);
  const later = facts.trialEnd ?? facts.anchor ?? null;
  if (later !== null && later < now)
    throw invalid('Timestamp must be an integer Unix timestamp in the future.', 'billing_cycle_anchor');
  const anchor = later ?? now;
  const period = { start: now, end: later ?? periodEnd(anchor, now, recurrence) };
  const id = newId('sub');
  const subscription = world.store.put({
    id,
    object: 'subscription',
    billing_cycle_anchor: anchor,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, reason: null },
    collection_method: facts.collection ?? 'charge_automatically',
    created: now,
    currency: first.price.currency,
    customer: customer.id,
    days_until_due: null,
    default_payment_method: facts.defaultMethod ?? null,
    description: facts.description ?? null,
    discounts: [],
    ended_at: null,
    items: {
      object: 'list',
      data: itemsOf(facts.lines, id, period, now),
      has_more: false,
      url: `/v1/subscription_items?subscription=${id}`,
    },
    latest_invoice: null,
    livemode: false,
    metadata: facts.metadata ?? {},
    schedule: facts.schedule ?? null,
    start_date: now,
    status: facts.trialEnd ? 'trialing' : later ? 'active' : 'incomplete',
    test_clock: customer.test_clock ?? null,
    trial_end: facts.trialEnd ?? null,
    trial_start: facts.trialEnd ? now : null,
  } as unknown as Stripe.Subscription);
  if (!later) firstInvoice(world, subscription, facts);
  else world.emit('customer.subscription.created', subscription);
  return subscription;
}

function firstInvoice(
  world: World,
  subscription: Stripe.Subscription,
  { behavior = 'allow_incomplete', authenticated }: NewSubscription,
): void {
  const invoice = billPeriod(world, subscription, 'subscription_create');
  world.emit('customer.subscription.created', subscription);
  if (invoice.status === 'paid' || behavior === 'default_incomplete') return;
  try {
    pay(world, invoice, { authenticated });
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    if (behavior !== 'error_if_incomplete') return;
    voidInvoice(world, invoice);
    end(world, subscription, 'incomplete_expired');
    throw error;
  }
}

/** The invoice of the current period, finalized; paying it is the caller's affair. */
export function billPeriod(
  world: World,
  subscription: Stripe.Subscription,
  reason: 'subscription_create' | 'subscription_cycle',
): Stripe.Invoice {
  const period = periodOf(subscription);
  const invoice = makeInvoice(world, {
    customer: idOf(subscription.customer) ?? '',
    currency: subscription.currency,
    subscription,
    reason,
    collection: subscription.collection_method as 'charge_automatically',
    period,
  });
  for (const line of linesOf(subscription)) addLine(world, invoice, lineOfPrice(world, line, period));
  world.emit('invoice.created', invoice);
  subscription.latest_invoice = invoice.id;
  world.store.put(subscription);
  return finalize(world, invoice);
}

/** Changes a subscription and tells what it was. */
export function change(
  world: World,
  subscription: Stripe.Subscription,
  values: Partial<Stripe.Subscription>,
): void {
  const before = Object.fromEntries(
    Object.keys(values).map((key) => [key, structuredClone(subscription[key as keyof Stripe.Subscription])]),
  );
  Object.assign(subscription, values);
  world.store.put(subscription);
  world.emit('customer.subscription.updated', subscription, before);
}

/** Ends it at once. */
export function end(
  world: World,
  subscription: Stripe.Subscription,
  status: 'canceled' | 'incomplete_expired' = 'canceled',
): Stripe.Subscription {
  const now = world.nowOf(idOf(subscription.customer));
  subscription.status = status;
  subscription.ended_at = now;
  subscription.canceled_at ??= now;
  world.store.put(subscription);
  world.emit(
    status === 'canceled' ? 'customer.subscription.deleted' : 'customer.subscription.updated',
    subscription,
  );
  return subscription;
}

/** What a paid invoice means to its subscription. */
export function settle(world: World, invoice: Stripe.Invoice): void {
  const id = idOf(invoice.parent?.subscription_details?.subscription);
  const subscription = id ? world.store.find('subscription', id) : null;
  if (!subscription || !['incomplete', 'past_due', 'unpaid'].includes(subscription.status)) return;
  const intentId = idOf(invoice.payments?.data[0]?.payment.payment_intent);
  const method = intentId ? idOf(world.store.find('payment_intent', intentId)?.payment_method) : null;
  change(world, subscription, {
    status: 'active',
    ...(subscription.status === 'incomplete' && method && { default_payment_method: method }),
  });
}
