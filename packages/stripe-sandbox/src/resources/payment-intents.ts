import { PAGING, page } from '../api/list.ts';
import type { Params } from '../api/params.ts';
import { get, post, type Route } from '../api/route.ts';
import { resolveMethod } from '../payment-methods.ts';
import { cancelIntent, confirm, createIntent, unexpectedState } from '../payments.ts';
import { invalid } from '../stripe-error.ts';
import { idOf, type World } from '../world.ts';

const CREATE = [
  'amount',
  'currency',
  'customer',
  'automatic_payment_methods',
  'payment_method_types',
  'payment_method',
  'confirm',
  'off_session',
  'setup_future_usage',
  'description',
  'receipt_email',
  'metadata',
  'return_url',
];
const USAGES = ['on_session', 'off_session'] as const;

function methodOf(world: World, params: Params, kept: unknown) {
  const id = params.text('payment_method') ?? (typeof kept === 'string' ? kept : null);
  if (id === null)
    throw invalid(
      'You cannot confirm this PaymentIntent because it’s missing a payment method.',
      'payment_method',
      'payment_intent_unexpected_state',
    );
  return resolveMethod(world, id, 'payment_method');
}

export const paymentIntentRoutes: readonly Route[] = [
  post('/payment_intents', CREATE, ({ world, params }) => {
    params.needed('amount');
    const automatic = params.inside('automatic_payment_methods').flag('enabled');
    const customer = params.text('customer');
    if (customer) world.store.get('customer', customer, 'customer');
    const methodId = params.text('payment_method');
    const method = methodId ? resolveMethod(world, methodId, 'payment_method') : null;
    if (params.flag('confirm') && !method) methodOf(world, params, null);
    const intent = createIntent(world, {
      amount: params.integer('amount') ?? 0,
      currency: params.currency(),
      customer,
      description: params.text('description'),
      metadata: params.metadata(),
      receipt_email: params.text('receipt_email'),
      setup_future_usage: params.oneOf('setup_future_usage', USAGES),
      automatic: automatic ?? !params.has('payment_method_types'),
    });
    if (!method) return intent;
    intent.payment_method = method.id;
    intent.status = 'requires_confirmation';
    if (!params.flag('confirm')) return world.store.put(intent);
    const offSession = params.flag('off_session') ?? false;
    return confirm(world, intent, { method, offSession, returnUrl: params.url('return_url') });
  }),
  get(
    '/payment_intents',
    ({ world, params, path }) => {
      const customer = params.text('customer');
      return page(
        world.store,
        'payment_intent',
        path,
        params,
        (each) => customer === null || each.customer === customer,
      );
    },
    [...PAGING, 'customer'],
  ),
  get(
    '/payment_intents/:id',
    ({ world, id, params }) => {
      const intent = world.store.get('payment_intent', id);
      const secret = params.text('client_secret');
      if (secret !== null && secret !== intent.client_secret)
        throw invalid(
          'The client_secret provided does not match the client_secret associated with the PaymentIntent.',
          'client_secret',
        );
      return intent;
    },
    ['client_secret'],
  ),
  post(
    '/payment_intents/:id',
    ['amount', 'customer', 'description', 'metadata', 'receipt_email'],
    ({ world, id, params }) => {
      const intent = world.store.get('payment_intent', id);
      const open = ['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(
        intent.status,
      );
      if (params.has('amount')) {
        if (!open) throw unexpectedState(intent, 'updated');
        const amount = params.integer('amount') ?? 0;
        if (amount < 50)
          throw invalid(
            'Amount must be at least 50 in the smallest unit of the currency.',
            'amount',
            'amount_too_small',
          );
        intent.amount = amount;
      }
      const customer = params.text('customer');
      if (customer) intent.customer = world.store.get('customer', customer, 'customer').id;
      if (params.has('description')) intent.description = params.text('description');
      if (params.has('receipt_email')) intent.receipt_email = params.text('receipt_email');
      intent.metadata = params.metadata(intent.metadata);
      return world.store.put(intent);
    },
  ),
  post(
    '/payment_intents/:id/confirm',
    ['payment_method', 'off_session', 'return_url', 'client_secret'],
    ({ world, id, params }) => {
      const intent = world.store.get('payment_intent', id);
      if (intent.status === 'succeeded' || intent.status === 'canceled')
        throw unexpectedState(intent, 'confirmed');
      const method = methodOf(world, params, idOf(intent.payment_method));
      const offSession = params.flag('off_session') ?? false;
      return confirm(world, intent, { method, offSession, returnUrl: params.url('return_url') });
    },
  ),
  post('/payment_intents/:id/cancel', ['cancellation_reason'], ({ world, id, params }) =>
    cancelIntent(world, world.store.get('payment_intent', id), params.text('cancellation_reason')),
  ),
];
