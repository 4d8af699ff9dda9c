import { PAGING, page } from '../api/list.ts';
import { get, post, type Route } from '../api/route.ts';
import { refund } from '../refunds.ts';
import { invalid, missing } from '../stripe-error.ts';
import { idOf } from '../world.ts';

export const refundRoutes: readonly Route[] = [
  post('/refunds', ['charge', 'payment_intent', 'amount', 'reason', 'metadata'], ({ world, params }) => {
    const intentId = params.text('payment_intent');
    const intent = intentId ? world.store.get('payment_intent', intentId, 'payment_intent') : null;
    if (!intent && !params.text('charge')) throw missing('charge');
    const chargeId = intent ? idOf(intent.latest_charge) : params.needed('charge');
    if (!chargeId)
      throw invalid(
        `This PaymentIntent (${intentId}) does not have a successful charge to refund.`,
        'payment_intent',
      );
    return refund(world, {
      charge: world.store.get('charge', chargeId, 'charge'),
      amount: params.integer('amount'),
      reason: params.oneOf('reason', ['duplicate', 'fraudulent', 'requested_by_customer']),
      metadata: params.metadata(),
    });
  }),
  get(
    '/refunds',
    ({ world, params, path }) => {
      const [charge, intent] = [params.text('charge'), params.text('payment_intent')];
      return page(
        world.store,
        'refund',
        path,
        params,
        (each) =>
          (charge === null || each.charge === charge) && (intent === null || each.payment_intent === intent),
      );
    },
    [...PAGING, 'charge', 'payment_intent'],
  ),
  get('/refunds/:id', ({ world, id }) => world.store.get('refund', id)),
  get(
    '/charges',
    ({ world, params, path }) => {
      const [customer, intent] = [params.text('customer'), params.text('payment_intent')];
      return page(
        world.store,
        'charge',
        path,
        params,
        (each) =>
          (customer === null || each.customer === customer) &&
          (intent === null || each.payment_intent === intent),
      );
    },
    [...PAGING, 'customer', 'payment_intent'],
  ),
  get('/charges/:id', ({ world, id }) => world.store.get('charge', id)),
];
