import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import { after, type Recurrence } from '../periods.ts';
import type { Line } from '../prices.ts';
import { invalid } from '../stripe-error.ts';
import { idOf, type World } from '../world.ts';
import { change, end, isOpen, itemsOf, makeSubscription, periodOf, recurrenceOf } from './subscriptions.ts';

export interface NewPhase {
  lines: readonly Line[];
  /** How long it lasts; one period of its price when neither this nor an end is given. */
  duration: Recurrence | null;
  endDate: number | null;
  metadata: Record<string, string>;
  description: string | null;
}

export interface NewSchedule {
  customer: string;
  start: number;
  endBehavior: 'cancel' | 'release';
  metadata: Record<string, string>;
  defaultMethod: string | null;
  phases: readonly NewPhase[];
}

export function makeSchedule(world: World, facts: NewSchedule): Stripe.SubscriptionSchedule {
  const customer = world.store.get('customer', facts.customer, 'customer');
  if (!facts.phases.length) throw invalid('Missing required param: phases.', 'phases', 'parameter_missing');
  let start = facts.start;
  const phases = facts.phases.map((phase, at) => {
    const [first] = phase.lines;
    if (!first)
      throw invalid(
        `Missing required param: phases[${at}][items].`,
        `phases[${at}][items]`,
        'parameter_missing',
      );
    const recurrence = recurrenceOf(first);
    const until = phase.endDate ?? after(start, phase.duration ?? recurrence, 1);
    if (until <= start) throw invalid('The phase must end after it starts.', `phases[${at}][end_date]`);
    const made = {
      start_date: start,
      end_date: until,
      currency: first.price.currency,
      description: phase.description,
      items: phase.lines.map(({ price, quantity }) => ({
        price: price.id,
        quantity,
        metadata: {},
        discounts: [],
      })),
      metadata: phase.metadata,
      proration_behavior: 'none',
    };
    start = until;
    return made;
  });
  const schedule = world.store.put({
    id: newId('sub_sched'),
    object: 'subscription_schedule',
    canceled_at: null,
    completed_at: null,
    created: world.nowOf(customer.id),
    current_phase: null,
    customer: customer.id,
    default_settings: { default_payment_method: facts.defaultMethod },
    end_behavior: facts.endBehavior,
    livemode: false,
    metadata: facts.metadata,
    phases,
    released_at: null,
    released_subscription: null,
    status: 'not_started',
    subscription: null,
    test_clock: customer.test_clock ?? null,
  } as unknown as Stripe.SubscriptionSchedule);
  world.emit('subscription_schedule.created', schedule);
  return schedule;
}

const linesIn = (world: World, phase: Stripe.SubscriptionSchedule.Phase): Line[] =>
  phase.items.map(({ price, quantity }) => ({
    price: world.store.get('price', idOf(price) ?? ''),
    quantity: quantity ?? 1,
  }));

/** When a schedule next does something: begin, change phase, or end. */
export function nextStep({
  status,
  phases,
  current_phase: current,
}: Stripe.SubscriptionSchedule): number | null {
  if (status === 'not_started') return phases[0]?.start_date ?? null;
  return status === 'active' ? (current?.end_date ?? null) : null;
}

export function step(world: World, schedule: Stripe.SubscriptionSchedule): void {
  const { phases, current_phase: current } = schedule;
  const at = current ? phases.findIndex(({ start_date }) => start_date === current.start_date) + 1 : 0;
  const phase = phases[at];
  const subscription = subscriptionOf(world, schedule);
  if (!phase) finish(world, schedule, subscription);
  else if (subscription) enter(world, schedule, subscription, phase);
  else begin(world, schedule, phase);
}

export function subscriptionOf(
  world: World,
  schedule: Stripe.SubscriptionSchedule,
): Stripe.Subscription | null {
  const id = idOf(schedule.subscription);
  return id ? world.store.find('subscription', id) : null;
}

function begin(
  world: World,
  schedule: Stripe.SubscriptionSchedule,
  phase: Stripe.SubscriptionSchedule.Phase,
): void {
  schedule.status = 'active';
  schedule.current_phase = { start_date: phase.start_date, end_date: phase.end_date };
  const subscription = makeSubscription(world, {
    customer: idOf(schedule.customer) ?? '',
    lines: linesIn(world, phase),
    metadata: { ...schedule.metadata, ...phase.metadata },
    description: phase.description,
    defaultMethod: idOf(schedule.default_settings.default_payment_method),
    schedule: schedule.id,
  });
  // A plan that begins by itself asks nobody to confirm: what is not paid is overdue.
  if (subscription.status === 'incomplete') change(world, subscription, { status: 'past_due' });
  schedule.subscription = subscription.id;
  world.store.put(schedule);
  world.emit('subscription_schedule.updated', schedule);
}

function enter(
  world: World,
  schedule: Stripe.SubscriptionSchedule,
  subscription: Stripe.Subscription,
  phase: Stripe.SubscriptionSchedule.Phase,
): void {
  schedule.current_phase = { start_date: phase.start_date, end_date: phase.end_date };
  world.store.put(schedule);
  if (!isOpen(subscription)) return;
  const data = itemsOf(linesIn(world, phase), subscription.id, periodOf(subscription), phase.start_date);
  change(world, subscription, {
    items: { ...subscription.items, data },
    metadata: { ...subscription.metadata, ...phase.metadata },
  });
  world.emit('subscription_schedule.updated', schedule);
}

function finish(
  world: World,
  schedule: Stripe.SubscriptionSchedule,
  subscription: Stripe.Subscription | null,
): void {
  const now = world.nowOf(idOf(schedule.customer));
  schedule.current_phase = null;
  if (schedule.end_behavior === 'cancel') {
    schedule.status = 'completed';
    schedule.completed_at = now;
  } else release(schedule, subscription, now);
  world.store.put(schedule);
  if (schedule.end_behavior === 'cancel' && subscription && isOpen(subscription)) end(world, subscription);
  world.emit(`subscription_schedule.${schedule.status}`, schedule);
}

/** Lets the subscription go on by itself. */
export function release(
  schedule: Stripe.SubscriptionSchedule,
  subscription: Stripe.Subscription | null,
  now: number,
): void {
  Object.assign(schedule, { status: 'released', released_at: now, current_phase: null });
  schedule.released_subscription = subscription?.id ?? null;
  schedule.subscription = null;
  if (subscription) subscription.schedule = null;
}
