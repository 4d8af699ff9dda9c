import { PAGING, page } from '../api/list.ts';
import { get, post, type Route } from '../api/route.ts';
import { expireSession, makeSession } from '../checkout.ts';
import { lineOf } from '../prices.ts';
import { invalid, missing } from '../stripe-error.ts';

const CREATE = [
  'mode',
  'line_items',
  'customer',
  'customer_email',
  'customer_creation',
  'success_url',
  'cancel_url',
  'client_reference_id',
  'metadata',
  'payment_intent_data',
  'subscription_data',
  'payment_method_types',
  'expires_at',
  'locale',
];

export const checkoutRoutes: readonly Route[] = [
  post('/checkout/sessions', CREATE, ({ world, params }) => {
    const mode = params.oneOf('mode', ['payment', 'subscription']);
    if (!mode) throw missing('mode');
    const customer = params.text('customer');
    if (customer) world.store.get('customer', customer, 'customer');
    if (customer && params.has('customer_email'))
      throw invalid(
        'You may only specify one of these parameters: customer, customer_email.',
        'customer_email',
      );
    const successUrl = params.url('success_url');
    if (!successUrl) throw missing('success_url');
    const intent = params.inside('payment_intent_data');
    const subscription = params.inside('subscription_data');
    return makeSession(world, {
      mode,
      lines: params.list('line_items').map((line) => lineOf(world, line)),
      customer,
      customerEmail: params.text('customer_email'),
      alwaysCustomer: params.oneOf('customer_creation', ['always', 'if_required']) === 'always',
      successUrl,
      cancelUrl: params.url('cancel_url'),
      reference: params.text('client_reference_id'),
      metadata: params.metadata(),
      intent: {
        metadata: intent.metadata(),
        description: intent.text('description'),
        setupFutureUsage: intent.oneOf('setup_future_usage', ['on_session', 'off_session']),
      },
      subscription: {
        metadata: subscription.metadata(),
        description: subscription.text('description'),
        trialDays: subscription.integer('trial_period_days'),
      },
      expiresAt: params.integer('expires_at'),
    });
  }),
  get(
    '/checkout/sessions',
    ({ world, params, path }) => {
      const [intent, customer, status] = [
        params.text('payment_intent'),
        params.text('customer'),
        params.text('status'),
      ];
      return page(
        world.store,
        'checkout.session',
        path,
        params,
        (each) =>
          (intent === null || each.payment_intent === intent) &&
          (customer === null || each.customer === customer) &&
          (status === null || each.status === status),
      );
    },
    [...PAGING, 'payment_intent', 'customer', 'status'],
  ),
  get('/checkout/sessions/:id', ({ world, id }) => world.store.get('checkout.session', id)),
  get(
    '/checkout/sessions/:id/line_items',
    ({ world, id }) => {
      return world.store.get('checkout.session', id).line_items ?? {};
    },
    ['limit'],
  ),
  post('/checkout/sessions/:id/expire', [], ({ world, id }) =>
    expireSession(world, world.store.get('checkout.session', id)),
  ),
];
