import type Stripe from 'stripe';
import { expireSession } from '../checkout.ts';
import { periodEnd } from '../periods.ts';
import { StripeError } from '../stripe-error.ts';
import { idOf, type World } from '../world.ts';
import { pay } from './invoices.ts';
import { nextStep, step } from './schedules.ts';
import { billPeriod, change, end, isOpen, linesOf, periodOf, recurrenceOf } from './subscriptions.ts';

interface Due {
  at: number;
  /** Of what is due in one moment, the lowest first: phases change before the period that they begin is billed. */
  rank: number;
  run(): void;
}

const HOUR = 3600;
/** How long the first payment of a subscription may take. */
const INCOMPLETE_FOR = 23 * HOUR;

/** Does everything that falls due up to now, in its order, for a test clock or for the real one. */
export function advance(world: World, clockId: string | null): void {
  const now = world.now(clockId);
  for (;;) {
    const due = dues(world, clockId)
      .filter(({ at }) => at <= now)
      .sort((a, b) => a.at - b.at || a.rank - b.rank)[0];
    if (!due) return;
    world.at(due.at, () => due.run());
  }
}

function dues(world: World, clockId: string | null): Due[] {
  const mine = ({ test_clock }: { test_clock?: unknown }) => (test_clock ?? null) === clockId;
  const due: Due[] = [];
  for (const schedule of world.store.all('subscription_schedule').filter(mine)) {
    const at = nextStep(schedule);
    if (at !== null) due.push({ at, rank: 0, run: () => step(world, schedule) });
  }
  for (const subscription of world.store.all('subscription').filter(mine)) {
    const next = subscriptionDue(world, subscription);
    if (next) due.push(next);
  }
  for (const invoice of world.store.all('invoice').filter(mine)) {
    const at = invoice.status === 'open' ? invoice.next_payment_attempt : null;
    if (at !== null) due.push({ at, rank: 2, run: () => retry(world, invoice) });
  }
  if (clockId === null) {
    for (const session of world.store.all('checkout.session')) {
      if (session.status !== 'open') continue;
      due.push({ at: session.expires_at, rank: 3, run: () => expireSession(world, session) });
    }
  }
  return due;
}

function subscriptionDue(world: World, subscription: Stripe.Subscription): Due | null {
  if (!isOpen(subscription)) return null;
  if (subscription.status === 'incomplete') {
    const at = subscription.created + INCOMPLETE_FOR;
    return { at, rank: 1, run: () => end(world, subscription, 'incomplete_expired') };
  }
  const period = periodOf(subscription);
  const at = Math.min(period.end, subscription.cancel_at ?? Number.POSITIVE_INFINITY);
  return { at, rank: 1, run: () => turn(world, subscription, at) };
}

/** The end of a period: the subscription ends with it, or the next one is billed. */
function turn(world: World, subscription: Stripe.Subscription, now: number): void {
  const cancels = subscription.cancel_at_period_end || (subscription.cancel_at ?? now + 1) <= now;
  if (cancels) {
    end(world, subscription);
    return;
  }
  const [line] = linesOf(subscription);
  if (!line) return;
  const until = periodEnd(subscription.billing_cycle_anchor, now, recurrenceOf(line));
  const data = subscription.items.data.map((item) => ({
    ...item,
    current_period_start: now,
    current_period_end: until,
  }));
  const status = subscription.status === 'trialing' ? 'active' : subscription.status;
  change(world, subscription, { items: { ...subscription.items, data }, status });
  const invoice = billPeriod(world, subscription, 'subscription_cycle');
  if (invoice.status === 'open' && invoice.collection_method === 'charge_automatically')
    retry(world, invoice);
}

/** One try of an automatic payment; a subscription whose invoice is given up ends. */
function retry(world: World, invoice: Stripe.Invoice): void {
  try {
    pay(world, invoice);
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    const id = idOf(invoice.parent?.subscription_details?.subscription);
    const subscription = id ? world.store.find('subscription', id) : null;
    if (!subscription || !isOpen(subscription)) return;
    if (invoice.next_payment_attempt === null) end(world, subscription);
    else if (subscription.status === 'active') change(world, subscription, { status: 'past_due' });
  }
}
