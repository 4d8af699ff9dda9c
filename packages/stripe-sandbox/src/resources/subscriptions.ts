import type Stripe from 'stripe';
import { PAGING, page } from '../api/list.ts';
import type { Params } from '../api/params.ts';
import { del, get, post, type Route } from '../api/route.ts';
import {
  change,
  end,
  isOpen,
  itemsOf,
  linesOf,
  makeSubscription,
  periodOf,
} from '../billing/subscriptions.ts';
import { type Line, lineOf } from '../prices.ts';
import { invalid } from '../stripe-error.ts';
import { idOf, type World } from '../world.ts';

const CREATE = [
  'customer',
  'items',
  'metadata',
  'description',
  'default_payment_method',
  'payment_behavior',
  'payment_settings',
  'billing_cycle_anchor',
  'proration_behavior',
  'trial_period_days',
  'trial_end',
  'collection_method',
  'days_until_due',
  'off_session',
  'cancel_at_period_end',
  'cancel_at',
];
const UPDATE = [
  'items',
  'metadata',
  'description',
  'default_payment_method',
  'cancel_at_period_end',
  'cancel_at',
  'proration_behavior',
  'cancellation_details',
];
const BEHAVIORS = ['allow_incomplete', 'default_incomplete', 'error_if_incomplete'] as const;

/** The items as they are after a change: those named by id take another price or quantity, others are added. */
function changedLines(world: World, subscription: Stripe.Subscription, params: Params): Line[] | null {
  if (!params.has('items')) return null;
  const lines = new Map(
    subscription.items.data.map((item) => [item.id, { price: item.price, quantity: item.quantity ?? 1 }]),
  );
  for (const each of params.list('items')) {
    const id = each.text('id');
    const before = id ? lines.get(id) : undefined;
    if (id && !before)
      throw invalid(`No such subscription item: '${id}'`, each.name('id'), 'resource_missing');
    if (id && each.flag('deleted')) lines.delete(id);
    else if (id && before && !each.has('price') && !each.has('price_data'))
      lines.set(id, { ...before, quantity: each.integer('quantity') ?? before.quantity });
    else lines.set(id ?? each.name(''), lineOf(world, each));
  }
  return [...lines.values()];
}

function changesOf(
  world: World,
  subscription: Stripe.Subscription,
  params: Params,
): Partial<Stripe.Subscription> {
  const changes: Partial<Stripe.Subscription> = {};
  const now = world.nowOf(idOf(subscription.customer));
  const lines = changedLines(world, subscription, params);
  if (lines) {
    const items = itemsOf(lines, subscription.id, periodOf(subscription), now);
    changes.items = {
      ...subscription.items,
      data: items.map((item, at) => ({ ...item, id: subscription.items.data[at]?.id ?? item.id })),
    };
  }
  if (params.has('metadata')) changes.metadata = params.metadata(subscription.metadata);
  if (params.has('description')) changes.description = params.text('description');
  const method = params.text('default_payment_method');
  if (method)
    changes.default_payment_method = world.store.get('payment_method', method, 'default_payment_method').id;
  const atEnd = params.flag('cancel_at_period_end');
  if (atEnd !== null) {
    changes.cancel_at_period_end = atEnd;
    changes.cancel_at = atEnd ? periodOf(subscription).end : null;
    changes.canceled_at = atEnd ? now : null;
  }
  if (params.has('cancel_at')) changes.cancel_at = params.integer('cancel_at');
  return changes;
}

export const subscriptionRoutes: readonly Route[] = [
  post('/subscriptions', CREATE, ({ world, params }) => {
    const days = params.integer('trial_period_days');
    const customer = params.needed('customer');
    const method = params.text('default_payment_method');
    if (method) world.store.get('payment_method', method, 'default_payment_method');
    const trialEnd = params.integer('trial_end') ?? (days ? world.nowOf(customer) + days * 86_400 : null);
    const subscription = makeSubscription(world, {
      customer,
      lines: params.list('items').map((item) => lineOf(world, item)),
      metadata: params.metadata(),
      description: params.text('description'),
      defaultMethod: method,
      behavior: params.oneOf('payment_behavior', BEHAVIORS) ?? 'allow_incomplete',
      anchor: params.integer('billing_cycle_anchor'),
      trialEnd,
      collection:
        params.oneOf('collection_method', ['charge_automatically', 'send_invoice']) ?? 'charge_automatically',
    });
    subscription.cancel_at_period_end = params.flag('cancel_at_period_end') ?? false;
    subscription.cancel_at = params.integer('cancel_at');
    return world.store.put(subscription);
  }),
  get(
    '/subscriptions',
    ({ world, params, path }) => {
      const [customer, status] = [params.text('customer'), params.text('status')];
      return page(world.store, 'subscription', path, params, (each) => {
        const wanted =
          status === null ? each.status !== 'canceled' : status === 'all' || each.status === status;
        return wanted && (customer === null || each.customer === customer);
      });
    },
    [...PAGING, 'customer', 'status'],
  ),
  get('/subscriptions/:id', ({ world, id }) => world.store.get('subscription', id)),
  post('/subscriptions/:id', UPDATE, ({ world, id, params }) => {
    const subscription = world.store.get('subscription', id);
    if (!isOpen(subscription))
      throw invalid(
        'A canceled subscription can only update its cancellation_details and metadata.',
        undefined,
        'subscription_canceled',
      );
    change(world, subscription, changesOf(world, subscription, params));
    return subscription;
  }),
  del(
    '/subscriptions/:id',
    ({ world, id }) => {
      const subscription = world.store.get('subscription', id);
      if (!isOpen(subscription) || !linesOf(subscription).length)
        throw invalid(`No such subscription: '${id}'`, 'id', 'resource_missing');
      return end(world, subscription);
    },
    ['invoice_now', 'prorate', 'cancellation_details'],
  ),
];
