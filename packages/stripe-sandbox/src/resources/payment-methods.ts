import { PAGING, page } from '../api/list.ts';
import { get, post, type Route } from '../api/route.ts';
import { attach, makeCard, resolveMethod } from '../payment-methods.ts';
import { invalid, StripeError } from '../stripe-error.ts';
import { cardByNumber, cardByToken, isCardNumber } from '../test-cards.ts';

export const paymentMethodRoutes: readonly Route[] = [
  post('/payment_methods', ['type', 'card', 'billing_details', 'metadata'], ({ world, params }) => {
    if (params.needed('type') !== 'card') throw invalid('The sandbox knows cards only.', 'type');
    const card = params.inside('card');
    const token = card.text('token');
    const number = token ? null : card.needed('number');
    if (number !== null && !isCardNumber(number))
      throw new StripeError(402, {
        type: 'card_error',
        code: 'incorrect_number',
        message: 'Your card number is incorrect.',
        param: 'number',
      });
    const known = token ? cardByToken(token) : cardByNumber(number ?? '');
    if (!known) throw invalid('The sandbox takes Stripe’s test cards only.', 'card');
    const billing = params.inside('billing_details');
    return makeCard(world, known, { email: billing.text('email'), name: billing.text('name') });
  }),
  get(
    '/payment_methods',
    ({ world, params, path }) => {
      const customer = params.text('customer');
      return page(
        world.store,
        'payment_method',
        path,
        params,
        (each) => customer !== null && each.customer === customer,
      );
    },
    [...PAGING, 'customer', 'type'],
  ),
  get('/payment_methods/:id', ({ world, id }) => world.store.get('payment_method', id)),
  post('/payment_methods/:id/attach', ['customer'], ({ world, id, params }) => {
    const customer = world.store.get('customer', params.needed('customer'), 'customer');
    const method = resolveMethod(world, id, 'payment_method');
    attach(world, method, customer.id);
    return method;
  }),
  post('/payment_methods/:id/detach', [], ({ world, id }) => {
    const method = world.store.get('payment_method', id);
    method.customer = null;
    world.store.put(method);
    world.emit('payment_method.detached', method);
    return method;
  }),
];
